package dev.supertask.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/// A real server of this machine that answers what a test tells it to.
final class Website implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<String> users = new CopyOnWriteArrayList<>();

    /// @param body a character for each byte
    /// @param location where it leads, or empty
    private record Page(int status, String body, String location) {}

    Website() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            users.add(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("nobody"));
            Page page = pages.getOrDefault(exchange.getRequestURI().getPath(), new Page(404, "", ""));
            if (!page.location.isEmpty()) {
                exchange.getResponseHeaders().set("Location", page.location);
            }
            exchange.sendResponseHeaders(page.status, page.body.isEmpty() ? -1 : page.body.length());
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(page.body.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
    }

    /// `127.0.0.1:PORT`.
    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    String url(String path) {
        return "http://" + host() + path;
    }

    /// What each request said of its user, `nobody` where it said nothing.
    List<String> users() {
        return List.copyOf(users);
    }

    Website page(String path, String text) {
        return bytes(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Website bytes(String path, byte[] bytes) {
        pages.put(path, new Page(200, new String(bytes, StandardCharsets.ISO_8859_1), ""));
        return this;
    }

    Website answers(String path, int status) {
        pages.put(path, new Page(status, "", ""));
        return this;
    }

    Website leads(String path, String location) {
        pages.put(path, new Page(302, "", location));
        return this;
    }

    /// Nobody answers any more.
    @Override
    public void close() {
        server.stop(0);
    }
}
