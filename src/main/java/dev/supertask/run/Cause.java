package dev.supertask.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// What a run was made from, besides its [Trigger]: part of the claim, never changed.
///
/// @param params what somebody asked for it with, by name, in order; may be empty
/// @param upstream the runs after which it comes, may be empty
/// @param rerunOf the run that it repeats, or null
public record Cause(Map<String, String> params, List<RunId> upstream, @Nullable RunId rerunOf) {
    /// Nothing but its trigger.
    public static final Cause NONE = new Cause(Map.of(), List.of(), null);

    /// Copies the map, in its order, and the list.
    public Cause {
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        upstream = List.copyOf(upstream);
    }
}
