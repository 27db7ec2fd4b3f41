package dev.supertask.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import dev.supertask.socket.SocketFolder;

/// Looks at the folder where schedulers listen.
///
/// @param sockets the folder
record SocketChecks(SocketFolder sockets) {
    private static final String MINE_ALONE = "rwx------";

    List<Finding> findings() {
        return List.of(finding());
    }

    private Finding finding() {
        Path path = sockets.path();
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return Finding.ok("sockets", path + " is not there yet; the first scheduler makes it");
        }
        try {
            String owner = Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName();
            if (!owner.equals(sockets.user()) || Files.isSymbolicLink(path)) {
                return Finding.problem("sockets",
                        path + " belongs to \"" + owner + "\": no scheduler can listen there",
                        "set XDG_RUNTIME_DIR to a folder of your own");
            }
            String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
            return permissions.equals(MINE_ALONE)
                    ? Finding.ok("sockets", path.toString())
                    : Finding.warning("sockets",
                            path + " is " + permissions + ": other users can look into it",
                            "chmod 700 " + path);
        } catch (IOException | UnsupportedOperationException e) {
            return Finding.problem("sockets", path + " cannot be looked at: " + e.getMessage(),
                    "set XDG_RUNTIME_DIR to a folder of your own");
        }
    }
}
