package dev.supertask.cli;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.supertask.store.NamespaceFolder;
import dev.supertask.store.Owner;
import dev.supertask.store.StoreFolder;

/// Looks at the store and the disk it is on.
///
/// @param store the store
record StoreChecks(StoreFolder store) {
    private static final long MIB = 1024 * 1024;
    /// Below this a night's logs can fill the disk.
    private static final long LITTLE = 1024 * MIB;
    private static final long NEARLY_NOTHING = 64 * MIB;
    private static final Set<PosixFilePermission> OTHERS = EnumSet.complementOf(
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE));

    List<Finding> findings() {
        if (store.inMemory()) {
            return List.of(Finding.warning("store", "memory: nothing outlives the command",
                    "name a folder with --store"));
        }
        Path existing = nearestExisting();
        List<Finding> found = new ArrayList<>(List.of(folder(existing)));
        if (store.path().equals(existing) && Files.isReadable(existing)) {
            found.add(permissions());
            found.addAll(owners());
        }
        found.add(disk(existing));
        return found;
    }

    private Path nearestExisting() {
        Path path = store.path().toAbsolutePath();
        while (!Files.exists(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return path;
    }

    private Finding folder(Path existing) {
        String remedy = "choose another with --store or SUPERTASK_STORE, or change who may write there";
        if (!Files.isDirectory(existing)) {
            return Finding.problem("store", existing + " is no folder",
                    "choose another with --store or SUPERTASK_STORE");
        }
        if (!Files.isWritable(existing)) {
            return Finding.problem("store", store.path() + ": " + existing + " is not writable", remedy);
        }
        return Finding.ok("store", store.path().equals(existing)
                ? store.path() + " with " + Prose.count(store.namespaces().size(), "namespace")
                : store.path() + " is not there yet; the first run makes it");
    }

    private Finding permissions() {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(store.path());
            String words = PosixFilePermissions.toString(permissions);
            return permissions.stream().noneMatch(OTHERS::contains)
                    ? Finding.ok("permissions", words)
                    : Finding.warning("permissions", words + ": other users can look into the store",
                            "chmod 700 " + store.path());
        } catch (IOException | UnsupportedOperationException e) {
            return Finding.warning("permissions", "this file system cannot say who may read the store",
                    "move the store to a local file system");
        }
    }

    private List<Finding> owners() {
        return store.namespaces().stream().flatMap(folder -> stale(folder).stream()).toList();
    }

    private static Optional<Finding> stale(NamespaceFolder folder) {
        try {
            Owner owner = folder.documents().readOwner(Files.readString(folder.path().resolve("owner.json")));
            return owner.alive()
                    ? Optional.empty()
                    : Optional.of(Finding.warning("owner",
                            "namespace \"" + folder.id() + "\" was left by process "
                                    + owner.process().pid() + ", which is gone",
                            "nothing to do: whoever opens it next clears that up"));
        } catch (IOException e) {
            return Optional.empty(); // nobody has it
        }
    }

    private static Finding disk(Path existing) {
        try {
            FileStore disk = Files.getFileStore(existing);
            if (isNetwork(disk.type())) {
                return Finding.warning("disk", "the store is on a network file system (" + disk.type()
                        + "), where locks are not reliable", "move it to a local disk with --store");
            }
            long free = disk.getUsableSpace();
            String words = free / MIB + " MiB free (" + disk.type() + ")";
            return free < NEARLY_NOTHING
                    ? Finding.problem("disk", words, "make room: runs cannot be recorded")
                    : free < LITTLE
                            ? Finding.warning("disk", words, "make room before it is full")
                    : Finding.ok("disk", words);
        } catch (IOException e) {
            return Finding.warning("disk", "cannot be looked at: " + e.getMessage(), null);
        }
    }

    static boolean isNetwork(String type) {
        String name = type.toLowerCase(Locale.ROOT);
        return name.startsWith("nfs") || name.equals("cifs") || name.startsWith("smb")
                || name.equals("fuse.sshfs")
                || name.equals("9p") || name.equals("ceph") || name.startsWith("fuse.gluster");
    }
}
