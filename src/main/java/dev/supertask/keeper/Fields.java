package dev.supertask.keeper;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a message says, as numbered fields: `short number · int length · bytes`, each any number of times. A
/// reader passes over numbers that it does not know and takes a default where one is missing, so both ends
/// may be of different versions.
final class Fields {
    /// From this number on a field must be understood, or the message must not be followed.
    static final int CRITICAL = 1000;

    private final Map<Integer, List<ByteBuffer>> values = new HashMap<>();

    private Fields() {}

    /// Reads them from a message.
    ///
    /// @throws java.nio.BufferUnderflowException when it is none
    static Fields of(ByteBuffer message) {
        Fields fields = new Fields();
        while (message.hasRemaining()) {
            int number = message.getShort();
            int length = message.getInt();
            fields.values.computeIfAbsent(number, n -> new ArrayList<>(1))
                    .add(message.slice(message.position(), length));
            message.position(message.position() + length);
        }
        return fields;
    }

    /// Whether there is a critical one of a number greater than the last that is known.
    boolean anyCriticalBeyond(int lastKnown) {
        return values.keySet().stream().anyMatch(number -> number >= CRITICAL && number > lastKnown);
    }

    /// A number, or what to take where it is missing.
    long number(int field, long otherwise) {
        List<ByteBuffer> found = values.getOrDefault(field, List.of());
        return found.isEmpty() ? otherwise : found.getFirst().getLong(0);
    }

    /// A text, empty where it is missing.
    String text(int field) {
        List<ByteBuffer> found = values.getOrDefault(field, List.of());
        return found.isEmpty() ? "" : text(found.getFirst());
    }

    /// All texts of a number.
    List<String> texts(int field) {
        return values.getOrDefault(field, List.of()).stream().map(Fields::text).toList();
    }

    private static String text(ByteBuffer bytes) {
        byte[] text = new byte[bytes.remaining()];
        bytes.duplicate().get(text);
        return NativeText.of(text);
    }

    /// Makes a message.
    static final class Writer {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

        /// Adds a number.
        Writer put(int field, long number) {
            return put(field, ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        }

        /// Adds a text.
        Writer put(int field, String text) {
            return put(field, NativeText.bytes(text));
        }

        /// Adds texts, one after another.
        Writer put(int field, List<String> texts) {
            texts.forEach(text -> put(field, text));
            return this;
        }

        private Writer put(int field, byte[] bytes) {
            out.writeBytes(ByteBuffer.allocate(6).putShort((short) field).putInt(bytes.length).array());
            out.writeBytes(bytes);
            return this;
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
