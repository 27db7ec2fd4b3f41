package dev.supertask.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpServer;

/// A server of exchange rates, for the examples.
final class Rates implements AutoCloseable {
    private static final byte[] ANSWER = """
            {"base": "EUR", "date": "2026-11-24", "rates": {"GBP": 0.84, "JPY": 171.2, "USD": 1.08}}
            """.getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;

    Rates() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, ANSWER.length);
                exchange.getResponseBody().write(ANSWER);
            }
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/latest?base=EUR";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
