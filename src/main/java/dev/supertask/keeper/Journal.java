package dev.supertask.keeper;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;

import org.jspecify.annotations.Nullable;

/// What a keeper knows that must outlive it. Only appended to; now and then rewritten without what its
/// scheduler has [dealt with][#settle]. One keeper writes to a journal at a time; anybody may read it
/// meanwhile.
final class Journal implements AutoCloseable {
    private enum Standing {
        /// Asked for, not ended.
        OPEN,
        /// As that, and its keeper is dead: there will be no end.
        ORPHANED,
        /// Its end is written down.
        ENDED,
        /// Its end was dealt with, so it can be dropped.
        SETTLED
    }

    private final Path file;
    private final Map<AttemptId, Standing> known = new HashMap<>();
    // Held, before the monitor, to exchange the channel or to sync it.
    private final ReentrantLock exchanging = new ReentrantLock();
    private FileChannel channel;
    private long length;
    private long readable;
    private long sequence;
    private int generation;
    private int settled;

    /// Opens a journal, or begins one; a torn tail is cut off.
    ///
    /// @param keeper who writes from now on
    Journal(Path file, Incarnation keeper) throws IOException {
        this.file = file;
        this.channel = JournalFile.open(file);
        length = JournalFile.read(file, channel, this::note);
        channel.truncate(length);
        known.replaceAll((attempt, standing) -> standing == Standing.OPEN ? Standing.ORPHANED : standing);
        append(List.of(number -> new JournalRecord.Incarnated(number, keeper)));
        sync();
        publish();
    }

    /// Whether an attempt is in it.
    synchronized boolean knows(AttemptId attempt) {
        return known.containsKey(attempt);
    }

    /// Writes records; they outlive this process, though not yet the machine. When it fails, nothing was
    /// written.
    ///
    /// @param entries what is to be written, given its number
    synchronized void append(List<LongFunction<JournalRecord>> entries) throws IOException {
        List<JournalRecord> numbered = new ArrayList<>(entries.size());
        List<ByteBuffer> encoded = new ArrayList<>(entries.size());
        int size = 0;
        for (LongFunction<JournalRecord> entry : entries) {
            JournalRecord made = entry.apply(sequence + 1 + numbered.size());
            numbered.add(made);
            encoded.add(RecordCodec.encode(made));
            size += encoded.getLast().remaining();
        }
        ByteBuffer bytes = ByteBuffer.allocate(size);
        encoded.forEach(bytes::put);
        try {
            JournalFile.writeFully(channel, bytes.flip(), length);
        } catch (IOException e) {
            channel.truncate(length);
            throw e;
        }
        length += size;
        numbered.forEach(this::note);
    }

    /// Sees to it that what was written so far outlives the machine as well, and lets a [Cursor] read it.
    void sync() throws IOException {
        exchanging.lock();
        try {
            FileChannel now;
            long upTo;
            synchronized (this) {
                now = channel;
                upTo = length;
            }
            // Not under the other lock: writing need not wait.
            now.force(false);
            synchronized (this) {
                readable = Math.max(readable, upTo);
            }
        } finally {
            exchanging.unlock();
        }
    }

    /// Lets a [Cursor] read what was written so far.
    synchronized void publish() {
        readable = length;
    }

    /// Writes down, for good, that nothing more will be started: its keeper leaves.
    void leave() throws IOException {
        append(List.of(JournalRecord.Left::new));
        sync();
    }

    /// Notes that an attempt was dealt with: it will be dropped. Does nothing for one that is still to end.
    synchronized void settle(AttemptId attempt) {
        Standing standing = known.get(attempt);
        if (standing == Standing.ENDED || standing == Standing.ORPHANED) {
            known.put(attempt, Standing.SETTLED);
            settled++;
        }
    }

    /// How many attempts could be dropped.
    synchronized int settled() {
        return settled;
    }

    /// How many attempts are in it.
    synchronized int size() {
        return known.size();
    }

    /// Rewrites it without what was dealt with, if there is any.
    void compact() throws IOException {
        exchanging.lock();
        try {
            rewrite();
        } finally {
            exchanging.unlock();
        }
    }

    private synchronized void rewrite() throws IOException {
        if (settled == 0) {
            return;
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        FileChannel target = JournalFile.open(fresh);
        try {
            long written = JournalFile.HEAD;
            for (JournalRecord entry : kept()) {
                ByteBuffer bytes = RecordCodec.encode(entry);
                int size = bytes.remaining();
                JournalFile.writeFully(target, bytes, written);
                written += size;
            }
            target.force(true);
            Files.move(fresh, file, ATOMIC_MOVE, REPLACE_EXISTING);
            syncFolder();
            channel.close();
            channel = target;
            length = written;
            readable = written;
        } catch (IOException e) {
            target.close();
            throw e;
        }
        sequence++;
        known.values().removeIf(standing -> standing == Standing.SETTLED);
        settled = 0;
        generation++;
    }

    private List<JournalRecord> kept() throws IOException {
        List<JournalRecord> all = new ArrayList<>();
        JournalFile.read(file, channel, all::add);
        List<JournalRecord> kept = new ArrayList<>();
        JournalRecord.@Nullable Incarnated writer = null;
        for (JournalRecord entry : all) {
            switch (entry) {
                case JournalRecord.Incarnated incarnated -> writer = incarnated;
                case JournalRecord.Traced traced -> {
                    if (known.get(traced.attempt()) != Standing.SETTLED) {
                        if (writer != null) {
                            kept.add(writer);
                            writer = null;
                        }
                        kept.add(traced);
                    }
                }
                case JournalRecord.Compacted _,JournalRecord.Left _,JournalRecord.Foreign _ -> {
                    // The last number is written anew, whoever left has a successor, and what is not understood is of no use to us.
                }
            }
        }
        if (writer != null) {
            kept.add(writer);
        }
        kept.add(new JournalRecord.Compacted(sequence + 1));
        return kept;
    }

    private void syncFolder() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            try (FileChannel handle = FileChannel.open(folder, READ)) {
                handle.force(true);
            }
        }
    }

    private void note(JournalRecord entry) {
        sequence = Math.max(sequence, entry.sequence());
        if (entry instanceof JournalRecord.Traced(_, AttemptId attempt, Trace trace)) {
            known.put(attempt, trace.isEnd() ? Standing.ENDED : Standing.OPEN);
        }
    }

    /// Reads the journal from its beginning, and what is [published][#publish] later; each record once, also when
    /// it is rewritten meanwhile. Used by one thread.
    final class Cursor {
        private int readGeneration = -1;
        private long position;
        private long last;

        /// Whole records that were not read before, as they are in the file; empty at the end.
        ///
        /// @param most how many bytes, if the first record is not longer than that
        ByteBuffer next(int most) throws IOException {
            synchronized (Journal.this) {
                if (readGeneration != generation) {
                    readGeneration = generation;
                    position = JournalFile.HEAD;
                }
                ByteBuffer bytes;
                do {
                    bytes = ByteBuffer.allocate((int) Math.min(most, readable - position));
                    JournalFile.readFully(channel, bytes, position);
                    bytes.flip();
                    int start = skipKnown(bytes);
                    int end = wholeRecords(bytes);
                    position += end;
                    bytes.position(start).limit(end);
                } while (!bytes.hasRemaining() && position < readable);
                return bytes;
            }
        }

        private int skipKnown(ByteBuffer bytes) {
            int size = RecordCodec.size(bytes);
            while (size > 0 && size <= bytes.remaining()
                    && bytes.getLong(bytes.position() + RecordCodec.HEAD) <= last) {
                bytes.position(bytes.position() + size);
                size = RecordCodec.size(bytes);
            }
            return bytes.position();
        }

        private int wholeRecords(ByteBuffer bytes) {
            int size = RecordCodec.size(bytes);
            while (size > 0 && size <= bytes.remaining()) {
                last = bytes.getLong(bytes.position() + RecordCodec.HEAD);
                bytes.position(bytes.position() + size);
                size = RecordCodec.size(bytes);
            }
            return bytes.position();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }
}
