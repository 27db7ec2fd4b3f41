package dev.supertask.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/// Time comes from outside: an `InstantSource` and a sleeper that are handed in, so that a test sets both.
class ClockTest {
    /// The one class that may ask the system for the time and sleep.
    private static final String EDGE = "dev.supertask.cli.SystemTime";

    /// The keeper is a process of its own, into which nobody can hand a clock.
    private static final String EDGE_OF_THE_KEEPER = "dev.supertask.keeper.KeeperMain";

    private static final ArchRule SYSTEM_TIME = noClasses().that().doNotHaveFullyQualifiedName(EDGE)
            .and().doNotHaveFullyQualifiedName(EDGE_OF_THE_KEEPER)
            .should().accessTargetWhere(asksTheSystem());

    /// How long something has taken is asked where it cannot be handed in: deadlines of processes, and the loop
    /// around `tick`.
    private static final ArchRule NANO_TIME = noClasses().that().doNotHaveFullyQualifiedName(EDGE)
            .and().resideOutsideOfPackages("dev.supertask.keeper..", "dev.supertask.launch..")
            .and().haveNameNotMatching("dev\\.supertask\\.scheduler\\..*(Loop|Sleeper)")
            .should().accessTargetWhere(Calls.to(System.class, "nanoTime"));

    private static final ArchRule PURE_TICK = noClasses().that(haveATick())
            .should().dependOnClassesThat().belongToAnyOf(Thread.class, LockSupport.class, Executor.class,
                    ScheduledExecutorService.class, InstantSource.class, Clock.class);

    @Test
    void onlyTheEdgeAsksTheSystemForTheTimeOrSleeps() {
        Product.obeys(SYSTEM_TIME);
    }

    @Test
    void onlyDeadlinesAndTheLoopCountNanoseconds() {
        Product.obeys(NANO_TIME);
    }

    @Test
    void theBodyOfTheSchedulerIsATickWithoutThreadOrClock() {
        Product.obeys(PURE_TICK);
    }

    @Test
    void everyWayToAskTheSystemIsFound() {
        List<Class<?>> ways = List.of(Now.class, Reference.class, Local.class, Millis.class, Sleep.class,
                SystemClock.class, OldDate.class);
        ways.forEach(way -> assertTrue(Product.catches(SYSTEM_TIME, way), way.getSimpleName()));
        assertFalse(Product.catches(SYSTEM_TIME, HandedIn.class));
        assertTrue(Product.catches(NANO_TIME, Nanos.class));
        assertTrue(Product.catches(PURE_TICK, Sleepy.class));
    }

    private static DescribedPredicate<JavaAccess<?>> asksTheSystem() {
        var nowOfAnyType = DescribedPredicate.<JavaAccess<?>>describe("now()",
                access -> access.getTargetOwner().getPackageName().startsWith("java.time")
                        && access.getName().equals("now") && isNowOfTheSystem(access));
        var newDate = DescribedPredicate.<JavaAccess<?>>describe("new Date()",
                access -> access.getTargetOwner().isEquivalentTo(Date.class)
                        && access.getName().equals(JavaConstructor.CONSTRUCTOR_NAME));
        return nowOfAnyType.or(newDate)
                .or(Calls.to(System.class, "currentTimeMillis")).or(Calls.to(Thread.class, "sleep"))
                .or(Calls.to(TimeUnit.class, "sleep")).or(Calls.to(InstantSource.class, "system"))
                .or(Calls.to(Calendar.class, "getInstance"))
                .or(Calls.to(Clock.class, "system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds",
                        "tickMinutes"))
                .as("the system's time");
    }

    /// `now(Clock)` asks a clock that was handed in; `now()` and `now(ZoneId)` ask the system.
    private static boolean isNowOfTheSystem(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static DescribedPredicate<JavaClass> haveATick() {
        return DescribedPredicate.describe("have a tick(Instant)",
                type -> type.tryGetMethod("tick", Instant.class).isPresent());
    }

    interface Now {
        default Instant at() {
            return Instant.now();
        }
    }

    interface Reference {
        default Supplier<Instant> at() {
            return Instant::now;
        }
    }

    interface Local {
        default LocalDateTime at() {
            return LocalDateTime.now(ZoneOffset.UTC);
        }
    }

    interface Millis {
        default long at() {
            return System.currentTimeMillis();
        }
    }

    interface Sleep {
        default void nap() throws InterruptedException {
            Thread.sleep(1);
        }
    }

    interface SystemClock {
        default InstantSource clock() {
            return InstantSource.system();
        }
    }

    interface OldDate {
        @SuppressWarnings("JavaUtilDate")
        default Date at() {
            return new Date();
        }
    }

    interface HandedIn {
        default Instant at(InstantSource clock) {
            return clock.instant();
        }
    }

    interface Nanos {
        default long at() {
            return System.nanoTime();
        }
    }

    interface Sleepy {
        default void tick(Instant now) {
            LockSupport.parkUntil(now.toEpochMilli());
        }
    }
}
