package dev.supertask.keeper;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

import dev.supertask.keeper.ProcessTable.Entry;
import dev.supertask.keeper.ProcessTable.Identity;
import org.jspecify.annotations.Nullable;

/// One look at all processes for those that belong to some runs. Each of these marks is enough: the
/// process group or session of the first process, or the session of another one of the run; a parent that
/// belongs to it; the run's id in the environment; the run's own pipe, on any descriptor. Each of them can
/// be shed; few programs shed all.
final class Hunt {
    private static final int SELF = (int) ProcessHandle.current().pid();
    private static final int INIT = 1;
    // The open mode in octal, O_WRONLY or O_RDWR.
    private static final Pattern WRITING = Pattern.compile("flags:\\s*[0-7]*[1256]\\b");

    private final ProcFiles files;
    private final BiConsumer<Family, Entry> onFound;
    private final int ownSession;
    private final Map<Integer, Family> byProcess = new HashMap<>();
    private final Map<Integer, Family> byGroup = new HashMap<>();
    private final Map<Integer, Family> bySession = new HashMap<>();
    private final Map<String, Family> byRun = new HashMap<>();
    private final Map<String, Family> byPipe = new HashMap<>();
    private final Map<Identity, Family> known = new HashMap<>();

    private final Map<Family, List<Entry>> found = new HashMap<>();
    private final Set<Integer> living = new HashSet<>();
    private List<Entry> others = new ArrayList<>();
    private int vanished;

    private Hunt(ProcFiles files, Collection<Family> families, BiConsumer<Family, Entry> onFound) {
        this.files = files;
        this.onFound = onFound;
        Entry self = ProcessTable.read(files, Integer.toString(SELF));
        this.ownSession = self == null ? 0 : self.session();
        for (Family family : families) {
            found.put(family, new ArrayList<>());
            if (family.first() != Family.NOBODY) {
                byProcess.put(family.first(), family);
                // These are not those of somebody else: the first process still has the number.
                byGroup.put(family.first(), family);
                bySession.put(family.first(), family);
            }
            byRun.put(family.run(), family);
            family.pipes().forEach(pipe -> byPipe.put(pipe, family));
            family.known().forEach(identity -> known.put(identity, family));
        }
    }

    /// Looks once.
    ///
    /// @param onFound called at the very moment one is found: a moment later it may be gone, and a child
    ///            of it there instead
    static Hunt once(ProcFiles files, Collection<Family> families, BiConsumer<Family, Entry> onFound) {
        Hunt hunt = new Hunt(files, families, onFound);
        ProcessTable.visit(files, hunt::look, () -> hunt.vanished++);
        hunt.lookAgain();
        return hunt;
    }

    /// Those that belong to a run. This process is never among them.
    List<Entry> of(Family family) {
        return found.getOrDefault(family, List.of());
    }

    /// Children of this process that belong to none of the runs, but may have been started since this one
    /// began: adopted ones, where this process adopts.
    List<Entry> strangers(Family family) {
        return others.stream().filter(e -> e.parent() == SELF && family.mayHold(e)).toList();
    }

    /// How many ended while they were being looked at. They may have left children that were not seen.
    int vanished() {
        return vanished;
    }

    private void look(Entry entry) {
        living.add(entry.pid());
        if (entry.pid() == SELF || entry.pid() == INIT) {
            return;
        }
        Family family = byKinship(entry);
        if (family == null) {
            family = byBelongings(entry);
        }
        keep(entry, family);
    }

    // A parent, or a member of a session, may have been looked at after its child.
    private void lookAgain() {
        boolean more = true;
        while (more) {
            found.forEach((family, entries) -> entries.stream().map(Entry::session)
                    .filter(session -> session > 0 && session != ownSession && !living.contains(session))
                    .forEach(session -> bySession.putIfAbsent(session, family)));
            List<Entry> left = others;
            others = new ArrayList<>();
            left.forEach(entry -> keep(entry, byKinship(entry)));
            more = others.size() < left.size();
        }
    }

    private void keep(Entry entry, @Nullable Family family) {
        if (family == null) {
            others.add(entry);
            return;
        }
        found.computeIfAbsent(family, _ -> new ArrayList<>()).add(entry);
        family.known().add(entry.identity());
        byProcess.put(entry.pid(), family);
        if (entry.session() == entry.pid() && entry.pid() != ownSession) {
            bySession.put(entry.pid(), family);
        }
        onFound.accept(family, entry);
    }

    private @Nullable Family byKinship(Entry entry) {
        Family itself = known.get(entry.identity());
        return itself != null
                ? itself
                : first(entry, byProcess.get(entry.pid()), bySession.get(entry.session()),
                        byGroup.get(entry.group()), byProcess.get(entry.parent()));
    }

    private @Nullable Family byBelongings(Entry entry) {
        if (found.keySet().stream().noneMatch(family -> family.mayHold(entry))) {
            return null;
        }
        String run = ProcessTable.run(files, entry.pid());
        Family family = run == null ? null : first(entry, byRun.get(run));
        if (family != null || byPipe.isEmpty()) {
            return family;
        }
        Set<Family> holders = new HashSet<>();
        String folder = "/proc/" + entry.pid() + "/fd";
        files.numbers(folder, fd -> {
            Family holder = first(entry, byPipe.get(files.link(folder + "/" + fd)));
            if (holder != null && writes(entry, fd)) {
                holders.add(holder);
            }
        });
        return holders.stream().findAny().orElse(null);
    }

    // Between fork and exec every child of ours has the ends that we read from.
    private boolean writes(Entry entry, String fd) {
        String info = files.text("/proc/" + entry.pid() + "/fdinfo/" + fd);
        return info != null && WRITING.matcher(info).find();
    }

    private static @Nullable Family first(Entry entry, @Nullable Family... families) {
        for (Family family : families) {
            if (family != null && family.mayHold(entry)) {
                return family;
            }
        }
        return null;
    }
}
