package dev.supertask.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A PostgreSQL server for the tests of one class, in a folder of its own. Its user `ada` has the password `opensesame`.
public final class Postgres implements AutoCloseable {
    /// The password of `ada`.
    public static final String PASSWORD = "opensesame";
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private final Path bin;
    private final Path folder;
    private final int port;

    private Postgres(Path bin, Path folder, int port) {
        this.bin = bin;
        this.folder = folder;
        this.port = port;
    }

    /// Starts one, unless there is none on this machine.
    public static Postgres start() throws IOException {
        Optional<Path> bin = bin();
        Engines.require("postgresql", bin.isPresent());
        Path folder = Files.createTempDirectory("supertask-pg");
        Path secret = Files.writeString(folder.resolve("password"), PASSWORD);
        Postgres server = new Postgres(bin.orElseThrow(), folder, freePort());
        if (isRoot()) {
            run(List.of("chown", "-R", "postgres", folder.toString()));
        }
        server.tool("initdb", "-D", server.data(), "-U", "ada", "-A", "scram-sha-256", "--pwfile=" + secret, "-E",
                "UTF8", "--locale=C", "--no-sync");
        server.tool("pg_ctl", "-D", server.data(), "-w", "-t", "30", "-l", folder.resolve("log").toString(), "-o",
                "-p " + server.port + " -k " + folder + " -c listen_addresses=127.0.0.1 -c fsync=off"
                        + " -c full_page_writes=off -c shared_buffers=16MB",
                "start");
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /// Its JDBC URL, without a user.
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /// The first value that a query finds.
    public String ask(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), "ada", PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    @Override
    public void close() throws IOException {
        tool("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    private static Optional<Path> bin() throws IOException {
        if (!Files.isDirectory(DEBIAN)) {
            return Stream.of(System.getenv("PATH").split(":")).map(Path::of)
                    .filter(path -> Files.isExecutable(path.resolve("initdb"))).findFirst();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(path -> Files.isExecutable(path.resolve("initdb"))).max(Comparator.naturalOrder());
        }
    }

    // It refuses to run as root.
    private void tool(String name, String... args) throws IOException {
        List<String> words = new ArrayList<>(isRoot()
                ? List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups")
                : List.of());
        words.add(bin.resolve(name).toString());
        words.addAll(List.of(args));
        run(words);
    }

    private static void run(List<String> words) throws IOException {
        Path log = Files.createTempFile("supertask-pg", ".log");
        int exit = new ProcessBuilder(words).directory(Path.of("/").toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start().onExit().join().exitValue();
        String said = Files.readString(log);
        Files.delete(log);
        if (exit != 0) {
            throw new AssertionError(words + ": " + said);
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private String data() {
        return folder.resolve("data").toString();
    }
}
