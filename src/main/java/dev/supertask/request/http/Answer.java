package dev.supertask.request.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

import dev.supertask.job.WebRequest;
import dev.supertask.request.errand.Errand;
import dev.supertask.request.errand.FailedException;
import dev.supertask.wire.Json;
import org.jspecify.annotations.Nullable;

/// What becomes of the body of an answer: it goes to a file or to standard output, and values of it are given out.
record Answer(WebRequest.Answer wanted, Errand errand) {
    /// JSON in which values are looked for is read as a whole.
    private static final int MOST_JSON = 32 << 20;
    private static final int SHOWN = 2000;

    /// Takes a body that was wished for.
    void take(InputStream body, Try asked) throws FailedException, Try.NoAnswerException {
        Path file = wanted.file();
        Path draft = file == null ? null : draft(file);
        ByteArrayOutputStream json = wanted.outputs().isEmpty() ? null : new ByteArrayOutputStream();
        try (OutputStream out = draft == null ? new Unclosed(errand.out()) : Files.newOutputStream(draft)) {
            copy(body, out, json, asked);
        } catch (IOException e) {
            throw new FailedException(draft == null
                    ? "the answer cannot be written: " + e.getMessage()
                    : unwritable(file, e), e);
        }
        if (draft != null) {
            try {
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new FailedException(unwritable(file, e), e);
            }
        }
        if (json != null) {
            giveOut(json.toByteArray());
        }
    }

    private static String unwritable(@Nullable Path file, IOException e) {
        return "file \"" + file + "\" cannot be written: "
                + (file != null && Files.isDirectory(file.resolveSibling("."))
                        ? e.getMessage()
                        : "there is no such folder");
    }

    private Path draft(Path file) {
        String mark = errand.env().getOrDefault("SUPERTASK_RUN_ID", "draft");
        Path draft = file.resolveSibling("." + file.getFileName() + "." + mark);
        draft.toFile().deleteOnExit();
        return draft;
    }

    private static void copy(InputStream body, OutputStream out, @Nullable ByteArrayOutputStream json, Try asked)
            throws IOException, FailedException, Try.NoAnswerException {
        byte[] bytes = new byte[64 * 1024];
        for (int n = read(body, bytes, asked); n >= 0; n = read(body, bytes, asked)) {
            out.write(bytes, 0, n);
            if (json != null) {
                if (json.size() + n > MOST_JSON) {
                    throw new FailedException(
                            "the answer is longer than 32 MiB, too long to look for \"outputs\" in it");
                }
                json.write(bytes, 0, n);
            }
        }
        out.flush();
    }

    private static int read(InputStream body, byte[] bytes, Try asked) throws Try.NoAnswerException {
        try {
            return body.read(bytes);
        } catch (IOException e) {
            throw asked.brokenOff(e);
        }
    }

    private void giveOut(byte[] json) throws FailedException {
        if (json.length == 0) {
            throw new FailedException("the answer is empty, but \"outputs\" wants values of it");
        }
        for (Map.Entry<String, String> output : wanted.outputs().entrySet()) {
            Optional<String> value;
            try {
                value = Json.at(json, output.getValue());
            } catch (IllegalArgumentException e) {
                throw new FailedException("the answer is " + e.getMessage() + ", but \"outputs\" wants values of it",
                        e);
            }
            errand.output(output.getKey(), value.orElseThrow(() -> new FailedException(
                    "the answer has nothing at \"" + output.getValue() + "\", for the output \"" + output.getKey()
                            + "\"")));
        }
    }

    /// The beginning of a body that nobody wished for, for the log.
    static String beginning(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(SHOWN + 1);
            String text = new String(bytes, 0, Math.min(bytes.length, SHOWN), StandardCharsets.UTF_8).strip();
            return bytes.length > SHOWN ? text + "…" : text;
        } catch (IOException e) {
            return "";
        }
    }

    /// Standard output, which stays open.
    private static final class Unclosed extends OutputStream {
        private final OutputStream out;

        Unclosed(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
