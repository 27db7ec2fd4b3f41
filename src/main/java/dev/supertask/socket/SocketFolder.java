package dev.supertask.socket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

import dev.supertask.problem.Refusal;

/// Where sockets lie: under `$XDG_RUNTIME_DIR`, else in a folder of this user's under the system's
/// temporary one. Their names are short, because a UNIX socket's path ends at about 100 bytes.
///
/// @param path the folder
/// @param user whose it must be
public record SocketFolder(Path path, String user) {

    /// The folder for an environment.
    ///
    /// @param temporary the system's temporary folder
    public static SocketFolder of(Map<String, String> environment, Path temporary, String user) {
        String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        boolean usable = !runtime.isEmpty() && runtime.length() < 60 && Files.isWritable(Path.of(runtime));
        return new SocketFolder(usable ? Path.of(runtime, "supertask") : temporary.resolve("supertask-" + user), user);
    }

    /// The socket of a namespace's scheduler.
    ///
    /// @param namespace the namespace's folder
    public Path socket(Path namespace) {
        return path.resolve(shortName(namespace) + ".sock");
    }

    /// The socket of a namespace's keeper.
    ///
    /// @param namespace the namespace's folder
    public Path keeperSocket(Path namespace) {
        return path.resolve(shortName(namespace) + ".keeper");
    }

    private static String shortName(Path namespace) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(namespace.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Makes the folder, 0700.
    ///
    /// @throws Refusal if somebody else made it before us: what is in it could be theirs
    public void create() {
        try {
            Set<PosixFilePermission> mine = PosixFilePermissions.fromString("rwx------");
            Files.createDirectories(path, PosixFilePermissions.asFileAttribute(mine));
            String owner = Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName();
            if (!owner.equals(user) || Files.isSymbolicLink(path)) {
                throw Refusal.failed("the folder for sockets " + path + " belongs to \"" + owner + "\"",
                        "set XDG_RUNTIME_DIR to a folder of your own");
            }
            Files.setPosixFilePermissions(path, mine);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the folder for sockets " + path, e);
        }
    }
}
