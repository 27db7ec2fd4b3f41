package dev.supertask.store;

import java.util.List;

/// What applying a text changed, by names.
///
/// @param added jobs that are new, or back
/// @param changed jobs that have a new version
/// @param retired jobs that were gone from the text
/// @param unchanged how many stayed as they were
public record Applied(List<String> added, List<String> changed, List<String> retired, int unchanged) {

    /// Copies the lists.
    public Applied {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        retired = List.copyOf(retired);
    }

    /// Whether the store is as it was.
    public boolean nothing() {
        return added.isEmpty() && changed.isEmpty() && retired.isEmpty();
    }
}
