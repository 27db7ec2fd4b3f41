package dev.supertask.architecture;

import java.util.Map;
import java.util.Optional;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/// Which package imports which library: exactly one each. What is in no line is no dependency of Supertask.
final class Libraries extends ArchCondition<JavaClass> {
    /// The databases of users are talked to in another process, and by nothing that knows ours.
    private static final Map<String, String> BESIDES = Map.of("java.sql", "request.sql");

    /// The first of a library's packages → ours. JDBC and `java.util.logging` are treated as libraries.
    private static final Map<String, String> OWNER = Map.of(
            "com.cronutils", "schedule",
            "org.yaml.snakeyaml", "timetable",
            "org.tomlj", "timetable",
            "java.sql", "store",
            "javax.sql", "store",
            "org.h2", "store",
            "tools.jackson", "wire",
            "com.fasterxml.jackson.annotation", "wire",
            "picocli", "cli",
            "java.util.logging", "cli");

    Libraries() {
        super("leave each library to the one package that imports it");
    }

    @Override
    public void check(JavaClass user, ConditionEvents events) {
        for (Dependency use : user.getDirectDependenciesFromSelf()) {
            String used = use.getTargetClass().getBaseComponentType().getPackageName();
            Optional<String> library = OWNER.keySet().stream().filter(name -> isIn(used, name)).findFirst();
            String owner = library.map(OWNER::get).orElse("nobody");
            boolean allowed = library.isPresent()
                    ? isIn(user.getPackageName(), Product.ROOT + "." + owner)
                            || library.map(BESIDES::get)
                                    .filter(room -> isIn(user.getPackageName(), Product.ROOT + "." + room)).isPresent()
                    : isFree(used);
            if (!allowed) {
                events.add(SimpleConditionEvent.violated(use,
                        library.orElse(used) + " is for " + owner + " to import: " + use.getDescription()));
            }
        }
    }

    /// What every package may use: the JDK, the annotations for null, ourselves, and primitive types.
    private static boolean isFree(String used) {
        return used.isEmpty() || isIn(used, "java") || isIn(used, "javax") || isIn(used, "jdk")
                || isIn(used, "com.sun") || isIn(used, "org.jspecify.annotations")
                || isIn(used, Product.ROOT);
    }

    private static boolean isIn(String name, String parent) {
        return name.equals(parent) || name.startsWith(parent + ".");
    }
}
