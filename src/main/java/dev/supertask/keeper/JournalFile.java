package dev.supertask.keeper;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;

/// The form of a journal's file: six letters, two bytes of version, records.
final class JournalFile {
    /// Where the records begin.
    static final int HEAD = 8;
    private static final byte[] MAGIC = "STKEEP".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;

    private JournalFile() {}

    /// Opens one to write, or makes it for its owner only. It has its head then.
    ///
    /// @throws IOException when it is no journal, or one of a later version
    static FileChannel open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, Set.of(READ, WRITE, CREATE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            if (!headIsThere(file, channel)) {
                channel.truncate(0);
                writeFully(channel, head(), 0);
            }
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /// Reads all whole records; where one is torn or damaged, that is the end.
    ///
    /// @return where the last of them ends
    static long read(Path file, FileChannel channel, Consumer<JournalRecord> each) throws IOException {
        if (!headIsThere(file, channel)) {
            return 0;
        }
        ByteBuffer all = ByteBuffer.allocate((int) (channel.size() - HEAD));
        readFully(channel, all, HEAD);
        all.flip();
        for (JournalRecord entry = RecordCodec.decode(all); entry != null; entry = RecordCodec.decode(all)) {
            each.accept(entry);
        }
        return (long) HEAD + all.position();
    }

    /// The head of a file.
    static ByteBuffer head() {
        return ByteBuffer.allocate(HEAD).put(MAGIC).putShort((short) VERSION).flip();
    }

    /// Writes all of a buffer at a place.
    static void writeFully(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    /// Fills a buffer from a place on, as far as the file goes.
    static void readFully(FileChannel channel, ByteBuffer to, long position) throws IOException {
        long at = position;
        for (int n = 0; n >= 0 && to.hasRemaining(); at += n) {
            n = channel.read(to, at);
        }
    }

    // A head that is torn is that of a file just being made, in which nothing else can be.
    private static boolean headIsThere(Path file, FileChannel channel) throws IOException {
        ByteBuffer found = ByteBuffer.allocate(HEAD);
        readFully(channel, found, 0);
        int length = found.position();
        byte[] expected = head().array();
        if (Arrays.equals(found.array(), 0, length, expected, 0, length)) {
            return length == HEAD;
        }
        if (length == HEAD && Arrays.equals(found.array(), 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new IOException("\"" + file + "\" was written by a later version of Supertask · use that one");
        }
        throw new IOException("\"" + file + "\" is no journal of a keeper · move it away");
    }
}
