package dev.supertask.keeper;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// A keeper that this process has started. It has a session of its own and outlives this process.
public final class KeeperProcess {
    private static final long MOST_ERRORS = 1024 * 1024;
    // Measured: half the memory and a third less time to start than the defaults.
    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms4m",
            "-Xmx32m", "-Xmn1m", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=20", "-XX:-ShrinkHeapInSteps",
            "-Xss256k", "-XX:ReservedCodeCacheSize=16m", "-XX:-UsePerfData",
            "-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0", "-XX:AsyncDeflationInterval=10000",
            "-XX:-CreateCoredumpOnCrash",
            "--enable-native-access=ALL-UNNAMED");
    // Orders bring the environment of their runs along; of ours, this is what a JVM may need. JAVA_TOOL_OPTIONS
    // and the like are not among it. The last one is for crash tests.
    private static final List<String> VARIABLES = List.of("PATH", "HOME", "LD_LIBRARY_PATH", "TMPDIR",
            CrashPoint.VARIABLE);

    private final KeeperFiles files;
    private final Child child;
    private final CompletableFuture<Exit> end = new CompletableFuture<>();

    private KeeperProcess(KeeperFiles files, Child child) {
        this.files = files;
        this.child = child;
        // Waits in the kernel for as long as both live, so that the keeper is no zombie for a moment.
        Thread.ofPlatform().daemon().name("supertask-keeper-end").start(() -> end.complete(child.await()));
    }

    /// Starts one; it listens soon after that. Where another one still has its socket and its journal, it
    /// waits until that has left.
    ///
    /// @throws IOException when it cannot be started
    public static KeeperProcess start(KeeperFiles files) throws IOException {
        Spawner.link();
        List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
        words.addAll(FLAGS);
        words.addAll(List.of("-cp", ourClasses(), KeeperMain.class.getName(), files.socket().toString(),
                files.journal().toString()));
        Spawn spawn = new Spawn(words, environment(), "/", Spawn.Streams.TOGETHER, Spawn.Group.SESSION,
                List.of());
        int nowhere = Posix.open("/dev/null", Posix.O_RDWR | Posix.O_CLOEXEC, 0);
        if (Files.exists(files.errors()) && Files.size(files.errors()) > MOST_ERRORS) {
            Files.delete(files.errors());
        }
        int errors = Posix.openToAppend(files.errors().toString());
        try {
            Child child = Children.starting(() -> Spawner.start(spawn, words.getFirst(), -1, nowhere,
                    errors < 0 ? nowhere : errors));
            return new KeeperProcess(files, child);
        } catch (SpawnException e) {
            throw new IOException("the keeper of the runs cannot be started: " + e.getMessage(), e);
        } finally {
            Posix.close(nowhere);
            if (errors >= 0) {
                Posix.close(errors);
            }
        }
    }

    /// Its number.
    public long pid() {
        return child.pid();
    }

    /// Ends it, and everything that it keeps loses its keeper: only for one that never answered.
    public void kill() {
        child.signal(Posix.SIGKILL);
    }

    /// Completes once it has ended.
    public CompletableFuture<Exit> end() {
        return end.copy();
    }

    /// The first line of what it said on stderr last, empty where that was nothing.
    public String trouble() {
        try {
            return Files.readString(files.errors()).lines().filter(line -> !line.isBlank() && !line.startsWith("\t"))
                    .reduce("", (earlier, later) -> later);
        } catch (IOException none) {
            return "";
        }
    }

    // Where this class is: a jar or a folder of classes. Of the libraries it needs none.
    private static String ourClasses() throws IOException {
        try {
            return Path.of(KeeperMain.class.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IOException("the program's own classes cannot be found", e);
        }
    }

    private static List<String> environment() {
        Map<String, String> own = System.getenv();
        List<String> env = new ArrayList<>(List.of("LANG=C.UTF-8", "MALLOC_ARENA_MAX=1"));
        VARIABLES.stream().filter(own::containsKey).forEach(name -> env.add(name + "=" + own.get(name)));
        return env;
    }
}
