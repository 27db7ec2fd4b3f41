package dev.supertask.architecture;

import java.util.Map;
import java.util.Optional;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/// The table of packages and their levels: a package uses only packages of lower levels. As that is an order, there
/// are no cycles either.
final class Levels extends ArchCondition<JavaClass> {
    private static final Map<String, Integer> LEVEL = Map.ofEntries(
            Map.entry("task", 0), Map.entry("problem", 0), Map.entry("schedule", 0), Map.entry("keeper", 0),
            Map.entry("job", 1),
            Map.entry("run", 2), Map.entry("timetable", 2),
            Map.entry("store", 3), Map.entry("launch", 3),
            Map.entry("scheduler", 4),
            Map.entry("operations", 5),
            Map.entry("wire", 6),
            Map.entry("socket", 7), Map.entry("http", 7), Map.entry("web", 7), Map.entry("mcp", 7),
            Map.entry("worker", 7), Map.entry("notify", 7), Map.entry("systemd", 7),
            // A program of its own, started by name: it knows what it is asked for and how JSON looks, nobody knows it.
            Map.entry("request", 7),
            Map.entry("cli", 8));

    private final String root;

    /// @param root the package whose packages are the table's
    Levels(String root) {
        super("use only packages of lower levels");
        this.root = root;
    }

    @Override
    public void check(JavaClass user, ConditionEvents events) {
        String from = room(user).orElse("");
        if (!LEVEL.containsKey(from)) {
            events.add(SimpleConditionEvent.violated(user,
                    user.getName() + " is in no package of the table of levels"));
            return;
        }
        for (Dependency use : user.getDirectDependenciesFromSelf()) {
            room(use.getTargetClass()).filter(to -> !to.equals(from) && !isBelow(to, from))
                    .ifPresent(to -> events
                            .add(SimpleConditionEvent.violated(use, "\"" + from + "\" must not use \""
                                    + to + "\": " + use.getDescription())));
        }
    }

    private static boolean isBelow(String used, String user) {
        Integer level = LEVEL.get(used);
        return level != null && level < LEVEL.get(user);
    }

    /// The package directly below the root that a class lives in, however deep.
    private Optional<String> room(JavaClass type) {
        String prefix = root + ".";
        String name = type.getBaseComponentType().getPackageName();
        return name.startsWith(prefix)
                ? Optional.of(name.substring(prefix.length()).split("\\.", 2)[0])
                : Optional.empty();
    }
}
