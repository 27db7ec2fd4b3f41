package dev.supertask.scenario;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import javax.tools.ToolProvider;

/// A driver of a database that Supertask does not know: `jdbc:other:X` is H2's `X`.
final class OtherDriver {
    private static final String SOURCE = """
            public class Other implements java.sql.Driver {
                public boolean acceptsURL(String url) {
                    return url.startsWith("jdbc:other:");
                }

                public java.sql.Connection connect(String url, java.util.Properties info) throws java.sql.SQLException {
                    return java.sql.DriverManager.getConnection("jdbc:h2:" + url.substring(11), info);
                }

                public java.sql.DriverPropertyInfo[] getPropertyInfo(String url, java.util.Properties info) {
                    return new java.sql.DriverPropertyInfo[0];
                }

                public int getMajorVersion() {
                    return 1;
                }

                public int getMinorVersion() {
                    return 0;
                }

                public boolean jdbcCompliant() {
                    return false;
                }

                public java.util.logging.Logger getParentLogger() {
                    return null;
                }
            }
            """;

    private OtherDriver() {}

    /// Makes its jar.
    static void jar(Path jar) throws IOException {
        Path folder = Files.createTempDirectory(jar.getParent(), "classes");
        Path source = Files.writeString(folder.resolve("Other.java"), SOURCE);
        int exit = ToolProvider.getSystemJavaCompiler().run(null, OutputStream.nullOutputStream(), System.err,
                "-proc:none", source.toString());
        if (exit != 0) {
            throw new IOException("it does not compile");
        }
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("META-INF/services/java.sql.Driver"));
            out.write("Other".getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new JarEntry("Other.class"));
            out.write(Files.readAllBytes(folder.resolve("Other.class")));
        }
    }
}
