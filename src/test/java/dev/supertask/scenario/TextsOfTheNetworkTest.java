package dev.supertask.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpServer;
import dev.supertask.testkit.InProcess;
import dev.supertask.testkit.InProcess.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A timetable that is run from its URL, with a password in it.
@Timeout(60)
class TextsOfTheNetworkTest {
    private static final String TEXT = "jobs: {a: {when: once, run: echo hi}}\n";

    @TempDir
    private Path folder;

    @Test
    void runsWhileTheServerIsThereAndAfterwardsAndKeepsNoPassword() throws Exception {
        InProcess supertask = new InProcess(folder);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/ops.yaml", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write(TEXT.getBytes(StandardCharsets.UTF_8));
            }
        });
        server.start();
        String host = "127.0.0.1:" + server.getAddress().getPort();
        String url = "http://ada:s3cret@" + host + "/ops.yaml";

        Result first = supertask.run("run", "--file", url);
        server.stop(0);
        Result second = supertask.run("run", "--file", url);
        Result listed = supertask.run("list-namespaces", "--output", "json");

        assertEquals(0, first.exit(), first.err());
        assertTrue(first.err().contains("a succeeded after "), first.err());
        assertEquals(0, second.exit(), second.err());
        assertTrue(second.err().startsWith("supertask: warning ST-W10: \"http://" + host
                + "/ops.yaml\" cannot be fetched: no connection to 127.0.0.1; its copy of "), second.err());
        assertTrue(listed.out().contains("\"http://" + host + "/ops.yaml\""), listed.out());
        for (Result result : List.of(first, second, listed)) {
            assertFalse((result.out() + result.err()).contains("s3cret"), result::toString);
        }
        assertEquals(List.of(), holding("s3cret"));
    }

    private List<Path> holding(String secret) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> {
                try {
                    return Files.readString(file, StandardCharsets.ISO_8859_1).contains(secret);
                } catch (IOException e) {
                    return false; // it went meanwhile
                }
            }).toList();
        }
    }
}
