package dev.supertask.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A process of the built program, with what it has written so far.
public final class RunningProgram implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Pump out;
    private final Pump err;

    /// How a program ended.
    public record Result(int exit, String out, String err) {}

    RunningProgram(Process process) {
        this.process = process;
        this.out = new Pump(process.getInputStream());
        this.err = new Pump(process.getErrorStream());
    }

    /// Its process id.
    public long pid() {
        return process.pid();
    }

    /// What it has written to standard output.
    public String out() {
        return out.text();
    }

    /// What it has written to standard error.
    public String err() {
        return err.text();
    }

    /// Waits until standard output matches.
    ///
    /// @return the first group, or the whole match
    public String awaitOut(String regex) throws InterruptedException {
        return out.await(regex, this);
    }

    /// Waits until standard error matches.
    ///
    /// @return the first group, or the whole match
    public String awaitErr(String regex) throws InterruptedException {
        return err.await(regex, this);
    }

    /// Writes to its standard input.
    public void type(String text) throws IOException {
        process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /// Closes its standard input.
    public void endInput() throws IOException {
        process.getOutputStream().close();
    }

    /// Sends it a signal, by its name without `SIG`.
    public void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, String.valueOf(pid())).start().waitFor();
    }

    /// Sends it a signal twice in the same moment.
    public void signalTwice(String name) throws Exception {
        String me = String.valueOf(pid());
        new ProcessBuilder("kill", "-" + name, me, me).start().waitFor();
    }

    /// Waits for the end.
    public Result result() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end\n" + this);
        }
        out.end();
        err.end();
        return new Result(process.exitValue(), out(), err());
    }

    /// Whether it has not ended.
    public boolean alive() {
        return process.isAlive();
    }

    /// Kills it, if it is still there.
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public String toString() {
        return "--- out\n" + out() + "\n--- err\n" + err() + "\n---";
    }

    private static final class Pump {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final Thread thread;

        Pump(InputStream in) {
            thread = Thread.ofVirtual().start(() -> copy(in));
        }

        private void copy(InputStream in) {
            byte[] some = new byte[8192];
            try (in) {
                for (int count = in.read(some); count >= 0; count = in.read(some)) {
                    add(some, count);
                }
            } catch (IOException e) {
                add(new byte[0], 0); // it was killed
            }
        }

        private synchronized void add(byte[] some, int count) {
            bytes.write(some, 0, count);
            notifyAll();
        }

        synchronized String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }

        synchronized String await(String regex, RunningProgram program) throws InterruptedException {
            Pattern pattern = Pattern.compile(regex);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (true) {
                Matcher matcher = pattern.matcher(text());
                if (matcher.find()) {
                    return matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
                }
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0 || (!program.alive() && !thread.isAlive())) {
                    throw new AssertionError("never wrote " + regex + "\n" + program);
                }
                wait(Math.min(left, 200));
            }
        }

        void end() throws InterruptedException {
            thread.join(PATIENCE);
        }
    }
}
