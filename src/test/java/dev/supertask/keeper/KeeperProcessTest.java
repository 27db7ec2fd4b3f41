package dev.supertask.keeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a keeper says at its socket, and what it leaves behind.
class KeeperProcessTest {
    private @TempDir Path folder;
    private KeeperFiles files;
    private KeeperProcess process;
    private SocketChannel socket;
    private MessageReader reader;

    @BeforeEach
    void start() throws IOException {
        files = new KeeperFiles(folder.resolve("s"), folder.resolve("journal"));
        process = KeeperProcess.start(files);
        socket = connected();
        reader = new MessageReader(socket);
    }

    @AfterEach
    void end() throws IOException {
        socket.close();
        Exit exit = process.end().orTimeout(30, TimeUnit.SECONDS).join();
        assertEquals(new Exit(0, 0, exit.cpuMicros(), exit.maxRssKib()), exit, process::trouble);
        assertFalse(Files.exists(files.socket()));
        assertEquals("", process.trouble());
    }

    @Test
    @Timeout(60)
    void understandsASchedulerOfALaterVersionAndPassesOverWhatItDoesNotKnow() throws IOException {
        say(new Message.Hello(99, null));
        say(new Message.Foreign(77));
        Message.Hello hello = assertInstanceOf(Message.Hello.class, reader.nextOne());
        say(new Message.Launch(order("a", "exit 3")));

        assertEquals(Message.PROTOCOL, hello.protocol());
        assertEquals(process.pid(), Objects.requireNonNull(hello.keeper()).pid());
        assertEquals(3, exitOf("a").status());
    }

    @Test
    @Timeout(60)
    void speaksTheProtocolOfAnEarlierScheduler() throws IOException {
        say(new Message.Hello(0, null));

        assertEquals(0, assertInstanceOf(Message.Hello.class, reader.nextOne()).protocol());
    }

    @Test
    @Timeout(60)
    void refusesALaunchThatSaysWhatItMustNotLeaveOut() throws IOException {
        say(new Message.Hello(Message.PROTOCOL, null));
        byte[] later = new Fields.Writer().put(1, "a").put(2, 1).put(Fields.CRITICAL + 900, "as nobody").bytes();
        write(ByteBuffer.allocate(Message.HEAD + later.length).putInt(1 + later.length).put((byte) 2).put(later)
                .flip());

        Message answer = reader.nextOne();
        while (!(answer instanceof Message.Refused)) {
            answer = reader.nextOne();
        }

        assertEquals(new AttemptId("a", 1), ((Message.Refused) answer).attempt());
        assertInstanceOf(Trace.Unknown.class, Ledger.read(files.journal()).trace("a", 1));
    }

    @Test
    @Timeout(60)
    void startsOnceWhatItIsAskedForAgainAndAgain() throws IOException {
        say(new Message.Hello(Message.PROTOCOL, null));
        for (int i = 0; i < 200; i++) {
            say(new Message.Launch(order("a", "echo hello; exit 4")));
        }

        assertEquals(4, exitOf("a").status());
        say(new Message.Launch(order("a", "echo hello; exit 4")));
        say(new Message.Launch(order("b", "exit 5")));
        assertEquals(5, exitOf("b").status());
        assertEquals("hello\n", Files.readString(folder.resolve("a")));
    }

    @Test
    @Timeout(60)
    void dropsAMessageThatItsSchedulerDidNotFinish() throws IOException {
        say(new Message.Hello(Message.PROTOCOL, null));
        say(new Message.Launch(order("a", "while [ ! -e go ]; do sleep 0.01; done")));
        ByteBuffer half = MessageCodec.encode(new Message.Launch(order("b", "exit 1")));
        write(half.limit(half.limit() / 2));
        socket.close();

        socket = connected();
        reader = new MessageReader(socket);
        say(new Message.Hello(Message.PROTOCOL, null));
        say(new Message.Launch(order("c", "touch go")));

        assertEquals(0, exitOf("a").status());
        assertInstanceOf(Trace.Unknown.class, Ledger.read(files.journal()).trace("b", 1));
    }

    @Test
    @Timeout(60)
    void adoptsOrphansAndLeavesNoZombies() throws IOException {
        say(new Message.Hello(Message.PROTOCOL, null));
        say(new Message.Launch(order("parent",
                "for i in 1 2 3 4 5; do (setsid sh -c 'echo $$ >>pids; while [ ! -e go ]; do sleep 0.01; done; exit 9'"
                        + " >/dev/null 2>&1 &) ; done; while [ ! -e pids ] || [ $(wc -l <pids) -lt 5 ]; do sleep 0.01;"
                        + " done; exit 7")));
        say(new Message.Launch(order("other", "while [ ! -e go ]; do sleep 0.01; done; exit 6")));

        assertEquals(7, exitOf("parent").status());
        List<Long> orphans = Files.readAllLines(folder.resolve("pids")).stream().map(Long::valueOf).toList();
        until(() -> orphans.stream().allMatch(pid -> parentOf(pid) == process.pid()));
        Files.createFile(folder.resolve("go"));

        assertEquals(6, exitOf("other").status());
        until(() -> children().isEmpty());
    }

    @Test
    @Timeout(60)
    void leavesNoDescriptorsAndNoChildrenBehind() throws IOException {
        say(new Message.Hello(Message.PROTOCOL, null));
        run("warm", 20);
        long before = descriptors();

        run("run", 300);
        say(new Message.Launch(order("gone", new String[]{"no-such-program"})));
        until(() -> trace("gone") instanceof Trace.Failed);

        until(() -> descriptors() == before && children().isEmpty());
    }

    @Test
    @Timeout(60)
    void endsItsRunsAndWritesThatDownWhenItIsAskedToEnd() throws IOException {
        say(new Message.Hello(Message.PROTOCOL, null));
        say(new Message.Launch(order("a", "trap 'exit 5' TERM; echo ready; while :; do sleep 0.01; done")));
        until(() -> Files.exists(folder.resolve("a")));

        Posix.kill((int) process.pid(), Posix.SIGTERM);

        until(() -> trace("a").isEnd());
        assertEquals(5, ((Trace.Ended) trace("a")).exit().status());
        assertEquals(143, process.end().orTimeout(30, TimeUnit.SECONDS).join().status());
        Files.delete(files.socket());
        process = KeeperProcess.start(files);
        socket = connected();
        reader = new MessageReader(socket);
    }

    @Test
    @Timeout(60)
    void isForItsOwnerOnly() throws IOException {
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(files.socket())));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(files.journal())));
        say(new Message.Hello(Message.PROTOCOL, null));
        say(new Message.Launch(order("a", "umask")));

        assertEquals(0, exitOf("a").status());
        // What the socket needed is not what runs get.
        assertFalse(Files.readString(folder.resolve("a"), StandardCharsets.UTF_8).strip().equals("0077"));
    }

    private void run(String name, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            say(new Message.Launch(order(name + i, "echo hello")));
        }
        for (int i = 0; i < count; i++) {
            String run = name + i;
            until(() -> trace(run).isEnd());
        }
    }

    private Trace trace(String run) {
        try {
            return Ledger.read(files.journal()).trace(run, 1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Exit exitOf(String run) {
        until(() -> trace(run).isEnd());
        return assertInstanceOf(Trace.Ended.class, trace(run)).exit();
    }

    private SocketChannel connected() {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (true) {
            try {
                return SocketChannel.open(UnixDomainSocketAddress.of(files.socket()));
            } catch (IOException notYet) {
                assertTrue(System.nanoTime() < deadline, process::trouble);
                LockSupport.parkNanos(2_000_000);
            }
        }
    }

    private void say(Message message) throws IOException {
        write(MessageCodec.encode(message));
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            socket.write(bytes);
        }
    }

    private Order order(String run, String text) {
        return order(run, "/bin/sh", "-c", text);
    }

    private Order order(String run, String... words) {
        Spawn spawn = new Spawn(List.of(words), List.of("PATH=/bin:/usr/bin", Order.MARK + "=" + run),
                folder.toString(), Spawn.Streams.TOGETHER, Spawn.Group.SESSION, List.of());
        return new Order(run, 1, spawn, folder.resolve(run).toString(), LogForm.PLAIN);
    }

    private List<Path> children() {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            processes.filter(path -> path.getFileName().toString().matches("\\d+"))
                    .filter(path -> parentOf(Long.parseLong(path.getFileName().toString())) == process.pid())
                    .forEach(found::add);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    private static long parentOf(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"), StandardCharsets.ISO_8859_1);
            return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[1]);
        } catch (IOException gone) {
            return -1;
        }
    }

    private long descriptors() {
        try (Stream<Path> all = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            return all.count();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "it never came to be");
            LockSupport.parkNanos(2_000_000);
        }
    }
}
