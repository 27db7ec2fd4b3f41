package dev.supertask.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

/// A server on the web that writes down what it is asked.
final class Site implements AutoCloseable {
    private final HttpServer server;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private Site(HttpServer server) {
        this.server = server;
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    static Site plain() throws IOException {
        return new Site(HttpServer.create(address(), 0));
    }

    /// With TLS, by a certificate for `localhost` of its own making, which it writes into a folder.
    static Site secure(Path folder) throws IOException, GeneralSecurityException {
        Path keys = folder.resolve("keys.p12");
        keytool("-genkeypair", "-alias", "site", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost",
                "-validity", "7", "-storetype", "PKCS12", "-keystore", keys.toString(), "-storepass", "changeit");
        keytool("-exportcert", "-rfc", "-alias", "site", "-keystore", keys.toString(), "-storepass", "changeit",
                "-file",
                folder.resolve("ca.pem").toString());
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(address(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new Site(server);
    }

    private static InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private static void keytool(String... words) throws IOException {
        List<String> all = new ArrayList<>();
        all.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        all.addAll(List.of(words));
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(said);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    /// What it was asked: method, path, and body.
    List<String> heard() {
        return List.copyOf(heard);
    }

    /// Answers at a path.
    Site at(String path, HttpHandler answer) {
        server.createContext(path, exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            heard.add((exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body).strip());
            try (exchange) {
                answer.handle(exchange);
            }
        });
        return this;
    }

    /// Answers with a text.
    Site at(String path, int status, String body) {
        return at(path, exchange -> answer(exchange, status, body));
    }

    /// Refers to elsewhere.
    Site redirect(String path, int status, String to) {
        return at(path, exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            answer(exchange, status, "");
        });
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
