package dev.supertask.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;

/// Rules about classes as such.
class StyleTest {
    private static final ArchRule NAMES = noClasses().should()
            .haveNameMatching(".*[.$]\\w*(Utils?|Helpers?|Manager|Impl|Common)")
            .orShould().resideInAnyPackage("..util..", "..utils..", "..helper..", "..helpers..",
                    "..manager..", "..impl..", "..common..");

    private static final ArchRule OUTPUT = noClasses().that()
            .doNotHaveFullyQualifiedName("dev.supertask.cli.Main")
            .and().doNotHaveFullyQualifiedName("dev.supertask.request.RequestMain") // a program of its own
            .should(accessTargetWhere(Calls.to(System.class, "out", "err")))
            .orShould(accessTargetWhere(DescribedPredicate.describe("printStackTrace()",
                    access -> access.getTargetOwner().isAssignableTo(Throwable.class)
                            && access.getName().equals("printStackTrace"))));

    private static final ArchRule CONSTRUCTORS = classes()
            .should(new ArchCondition<>("need at most six things") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (type.isRecord() || type.isEnum() || type.isAnonymousClass() || type.isLocalClass()) {
                        return; // A record names its parts; the others have parameters that nobody wrote.
                    }
                    for (JavaConstructor constructor : type.getConstructors()) {
                        int count = constructor.getRawParameterTypes().size();
                        if (count > 6) {
                            events.add(SimpleConditionEvent.violated(constructor,
                                    constructor.getFullName() + " has " + count
                                            + " parameters: make some of them a record"));
                        }
                    }
                }
            });

    @Test
    void namesSaySomething() {
        Product.obeys(NAMES);
        assertTrue(Product.catches(NAMES, TimeUtils.class));
        assertTrue(Product.catches(NAMES, RunnerImpl.class));
    }

    @Test
    void onlyMainWritesToTheTerminal() {
        Product.obeys(OUTPUT);
        assertTrue(Product.catches(OUTPUT, Chatty.class));
        assertTrue(Product.catches(OUTPUT, Careless.class));
    }

    @Test
    void aConstructorHasAtMostSixParameters() {
        Product.obeys(CONSTRUCTORS);
        assertTrue(Product.catches(CONSTRUCTORS, Greedy.class));
    }

    interface TimeUtils {}

    interface RunnerImpl {}

    interface Chatty {
        default void say() {
            System.out.println("hello");
        }
    }

    interface Careless {
        default void fail(RuntimeException e) {
            e.printStackTrace();
        }
    }

    static class Greedy {
        Greedy(int a, int b, int c, int d, int e, int f, int g) {
            assertTrue(a + b + c + d + e + f + g != 0);
        }
    }
}
