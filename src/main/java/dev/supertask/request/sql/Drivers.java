package dev.supertask.request.sql;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

import dev.supertask.request.errand.FailedException;
import org.jspecify.annotations.Nullable;

/// Finds the driver for a database: H2's and PostgreSQL's are included, others lie as jars in a folder.
record Drivers(@Nullable Path folder) {

    /// Connects.
    ///
    /// @throws SQLException when the database refuses
    /// @throws FailedException where there is no driver for it
    Connection connect(String url, Properties properties) throws SQLException, FailedException {
        Connection connection = connect(Drivers.class.getClassLoader(), url, properties);
        List<URL> jars = connection == null ? jars() : List.of();
        if (connection == null && !jars.isEmpty()) {
            // Open for as long as the connection, which ends with the process.
            URLClassLoader loader = new URLClassLoader(jars.toArray(URL[]::new), Drivers.class.getClassLoader());
            connection = connect(loader, url, properties);
        }
        if (connection == null) {
            throw new FailedException("no driver for \"" + kind(url) + "\""
                    + (folder == null ? "" : " · put its jar into \"" + folder + "\""));
        }
        return connection;
    }

    private static @Nullable Connection connect(ClassLoader loader, String url, Properties properties)
            throws SQLException, FailedException {
        try {
            for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
                if (driver.acceptsURL(url)) {
                    Connection connection = driver.connect(url, properties);
                    if (connection != null) {
                        return connection;
                    }
                }
            }
            return null;
        } catch (ServiceConfigurationError e) {
            throw new FailedException("a driver cannot be loaded: " + e.getMessage(), e);
        }
    }

    private List<URL> jars() throws FailedException {
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<URL> jars = new ArrayList<>();
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
                jars.add(url(jar));
            }
            return jars;
        } catch (IOException e) {
            throw new FailedException("the drivers in \"" + folder + "\" cannot be read: " + e.getMessage(), e);
        }
    }

    private static URL url(Path jar) throws MalformedURLException {
        return jar.toUri().toURL();
    }

    /// What names the kind of database in a URL: the rest may hold a password.
    private static String kind(String url) {
        int end = url.indexOf(':', "jdbc:".length());
        return end < 0 ? "jdbc:" : url.substring(0, end + 1);
    }
}
