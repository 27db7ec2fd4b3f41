package dev.supertask.run;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// What a program gave out by the file that `SUPERTASK_OUTPUT` names: `name=value` on a line, or `name<<END`, the lines
/// of the value, and `END` on a line. The last value of a name holds.
///
/// @param values by name, in the order in which they were first given
/// @param mistakes what could not be read, and where, for the person who wrote the program
public record Outputs(Map<String, String> values, List<String> mistakes) {
    /// What is beyond this many bytes of a file is not read: 1 MiB.
    public static final int MAX_BYTES = 1024 * 1024;

    /// Nothing.
    public static final Outputs NONE = new Outputs(Map.of(), List.of());

    private static final Pattern ONE_LINE = Pattern.compile("([A-Za-z_][A-Za-z0-9_.-]{0,127})=(.*)", Pattern.DOTALL);
    private static final Pattern SEVERAL_LINES = Pattern.compile("([A-Za-z_][A-Za-z0-9_.-]{0,127})<<(\\S+)");
    private static final int QUOTED = 40;

    /// Copies both.
    public Outputs {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        mistakes = List.copyOf(mistakes);
    }

    /// Reads a file's bytes.
    public static Outputs read(byte[] bytes) {
        List<byte[]> lines = lines(bytes.length > MAX_BYTES ? Arrays.copyOf(bytes, MAX_BYTES) : bytes);
        List<String> mistakes = new ArrayList<>();
        if (bytes.length > MAX_BYTES) {
            lines.removeLast(); // nobody knows how it goes on
            mistakes.add("there is more than 1 MiB of it · the rest is left out");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = text(lines.get(i));
            Matcher several = SEVERAL_LINES.matcher(line == null ? "" : line);
            Matcher one = ONE_LINE.matcher(line == null ? "" : line);
            String name = several.matches() ? several.group(1) : one.matches() ? one.group(1) : null;
            String where = "line " + (i + 1) + ": ";
            if (line == null || line.indexOf('\0') >= 0) {
                mistakes.add(where + "this is no UTF-8 text");
            } else if (several.matches()) {
                int end = indexOf(several.group(2), lines, i + 1);
                if (end < 0) {
                    mistakes.add(where + "no line \"" + several.group(2) + "\" ends the value of \"" + name + "\"");
                    break;
                }
                String value = text(joined(lines.subList(i + 1, end)));
                put(name, value, values, mistakes, where);
                i = end;
            } else if (name != null) {
                put(name, one.group(2), values, mistakes, where);
            } else if (!line.isBlank()) {
                mistakes.add(where + "\"" + quoted(line) + "\" is no name=value");
            }
        }
        return new Outputs(values, mistakes);
    }

    /// These, and then those of a later program, which win.
    public Outputs and(Outputs later) {
        Map<String, String> both = new LinkedHashMap<>(values);
        both.putAll(later.values);
        List<String> all = new ArrayList<>(mistakes);
        all.addAll(later.mistakes);
        return new Outputs(both, all);
    }

    private static void put(@Nullable String name, @Nullable String value, Map<String, String> values,
            List<String> mistakes, String where) {
        if (value == null || value.indexOf('\0') >= 0) {
            mistakes.add(where + "the value of \"" + name + "\" is no UTF-8 text");
        } else if (name != null) {
            values.put(name, value);
        }
    }

    private static int indexOf(String end, List<byte[]> lines, int from) {
        byte[] wanted = end.getBytes(StandardCharsets.UTF_8);
        for (int i = from; i < lines.size(); i++) {
            if (Arrays.equals(wanted, lines.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static byte[] joined(List<byte[]> lines) {
        int size = lines.stream().mapToInt(line -> line.length + 1).sum();
        ByteBuffer all = ByteBuffer.allocate(size);
        lines.forEach(line -> all.put(line).put((byte) '\n'));
        return Arrays.copyOf(all.array(), Math.max(0, size - 1));
    }

    private static List<byte[]> lines(byte[] bytes) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                lines.add(Arrays.copyOfRange(bytes, start, i));
                start = i + 1;
            }
        }
        lines.add(Arrays.copyOfRange(bytes, start, bytes.length));
        return lines;
    }

    private static @Nullable String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static String quoted(String line) {
        String start = line.length() <= QUOTED ? line : line.substring(0, QUOTED) + "…";
        return start.replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
