package dev.supertask.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

import org.junit.jupiter.api.Test;

/// Rules about the text of the program.
class SourcesTest {
    private static final int LONGEST = 300;
    private static final int MEDIAN = 80;

    @Test
    void noFileIsLongAndMostAreShort() throws IOException {
        record Length(Path file, long lines) {}
        List<Length> lengths = javaFiles().stream().map(file -> new Length(file, lines(file)))
                .sorted((a, b) -> Long.compare(a.lines, b.lines)).toList();
        assertEquals(List.of(), lengths.stream().filter(length -> length.lines > LONGEST).toList());
        Length median = lengths.get(lengths.size() / 2);
        assertTrue(median.lines <= MEDIAN, median::toString);
    }

    @Test
    void everyPackageSaysWhatItOwnsAndIsNullMarked() throws IOException {
        for (Path folder : javaFiles().stream().map(Path::getParent).collect(Collectors.toSet())) {
            Path info = folder.resolve("package-info.java");
            assertTrue(Files.exists(info), () -> info + " is missing");
            String text = Files.readString(info);
            assertTrue(text.startsWith("///") || text.startsWith("/**"),
                    () -> info + " begins with no comment");
            assertTrue(text.contains("@NullMarked\npackage "), () -> info + " is not @NullMarked");
        }
    }

    @Test
    void everyPublicTypeAndMethodHasAComment() throws IOException {
        assertEquals(List.of(), Comments.missing(javaFiles()));
    }

    @Test
    void aMissingCommentIsFound() throws IOException {
        JavaFileObject source = new SimpleJavaFileObject(URI.create("mem:/Example.java"),
                JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return """
                        /// Has one.
                        public interface Example {
                            void bare();
                            /// Has one.
                            void commented();
                            record Bare() {
                                public Bare { }
                                public void alsoBare() { }
                                @Override public String toString() { return ""; }
                                void ours() { }
                            }
                        }
                        class Hidden {
                            public void needsNone() { }
                        }
                        """;
            }
        };
        assertEquals(List.of("Example.java: bare()", "Example.java: Bare", "Example.java: alsoBare()"),
                Comments.missingIn(List.of(source)));
    }

    private static List<Path> javaFiles() throws IOException {
        try (var files = Files.walk(Product.SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
