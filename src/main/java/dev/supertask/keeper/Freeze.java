package dev.supertask.keeper;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.supertask.keeper.ProcessTable.Identity;

/// Halts all that belongs to some runs before it is killed: who forks faster than it is killed is
/// caught while it cannot.
final class Freeze {
    // Some programs of others end all the time while one looks; that must not keep us for ever.
    private static final int MOST_LOOKS = 50;
    private static final int MOST_LOOKS_IN_VAIN = 5;

    private Freeze() {}

    /// Halts the processes of those runs whose time is over, and looks again until no more are found.
    ///
    /// @param overdue which of them that are
    /// @return the last look
    static Hunt of(ProcFiles files, List<Family> families, Set<Family> overdue) {
        Set<Identity> frozen = new HashSet<>();
        int inVain = 0;
        for (int looks = 1;; looks++) {
            int before = frozen.size();
            Hunt hunt = Hunt.once(files, families, (family, entry) -> {
                if (overdue.contains(family) && frozen.add(entry.identity())) {
                    entry.signal(Posix.SIGSTOP);
                }
            });
            inVain = frozen.size() == before ? inVain + 1 : 0;
            boolean enough = inVain > (hunt.vanished() == 0 ? 0 : MOST_LOOKS_IN_VAIN);
            if (enough || looks >= MOST_LOOKS) {
                return hunt;
            }
        }
    }
}
