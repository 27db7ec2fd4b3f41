package dev.supertask.architecture;

import java.nio.file.Path;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

/// What the rules are about, read once: the classes and the sources of the program.
final class Product {
    static final String ROOT = "dev.supertask";
    static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target", "classes"));
    static final Path SOURCES = Path.of("src", "main", "java");

    private Product() {}

    /// Checks a rule. A rule about a package that nobody has built yet holds.
    static void obeys(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }

    /// Whether a rule finds fault with any of the classes given: rules that see nothing would hold as well.
    static boolean catches(ArchRule rule, Class<?>... culprits) {
        return rule.evaluate(new ClassFileImporter().importClasses(culprits)).hasViolation();
    }
}
