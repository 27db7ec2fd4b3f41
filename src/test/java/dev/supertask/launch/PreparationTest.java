package dev.supertask.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.supertask.job.Limits;
import dev.supertask.job.ProcessSettings;
import dev.supertask.run.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What comes before a program's own words, and what is said when it cannot be.
class PreparationTest {
    private static final Powers ROOT = powers(0, "000001ffffffffff");
    private static final Powers ADA = powers(1000, "0000000000000000");
    private static final Limits NONE = Limits.NONE;

    @Test
    void isNothingWhereNothingIsAsked() throws Exception {
        assertEquals(new Preparation(List.of(), Optional.empty()), Preparation.of(ProcessSettings.INHERITED));
        assertEquals(List.of(), words(new ProcessSettings(null, null, null, 5, NONE), ADA));
    }

    @Test
    void isAChainOfPrograms() throws Exception {
        Limits limits = new Limits(1025L, Duration.ofSeconds(90), null, 513L, 7L);

        assertEquals(List.of("/bin/sh", "-c", """
                { umask 27; } || exit 126
                { ulimit -v 2; } || exit 126
                { ulimit -t 90; } || exit 126
                { ulimit -f 2; } || exit 126
                { ulimit -u 7 2>/dev/null || ulimit -p 7; } || exit 126
                exec "$@\"""", "sh", "/bin/nice", "-n", "-10", "/bin/setpriv", "--reuid=65534", "--regid=65534",
                "--init-groups", "--"), words(new ProcessSettings("nobody", null, 027, -5, limits), ROOT));
    }

    @Test
    void needsNothingToBeWhoItIs() throws Exception {
        assertEquals(List.of(), words(new ProcessSettings("root", null, null, null, NONE), ROOT));
        assertEquals(List.of("/bin/setpriv", "--regid=1", "--keep-groups", "--"),
                words(new ProcessSettings(null, "1", null, null, NONE), ROOT));
    }

    @Test
    void saysWhoIsNotThere() {
        assertEquals("no user \"no-such\" on this machine", refused(user("no-such"), ROOT));
        assertEquals("no user \"4711\" on this machine", refused(user("4711"), ROOT));
        assertEquals("no group \"no-such\" on this machine",
                refused(new ProcessSettings("root", "no-such", null, null, NONE), ROOT));
    }

    @Test
    void saysWhatOnlyRootMayDo() {
        assertEquals("only root may run a job as user \"nobody\" · "
                + "run Supertask as root or as that user, or remove \"user\"", refused(user("nobody"), ADA));
        assertEquals("only root may run a job in group \"daemon\" · run Supertask as root, or remove \"group\"",
                refused(new ProcessSettings(null, "daemon", null, null, NONE), ADA));
        assertEquals("nice 0 is less than Supertask's own 5, which only root may give · "
                + "raise it, or run Supertask as root", refused(new ProcessSettings(null, null, null, 0, NONE), ADA));
        assertEquals("limit \"open-files\": 5000 is more than the 4096 that Supertask itself may have · "
                + "lower it, or raise Supertask's own",
                refused(new ProcessSettings(null, null, null, null, new Limits(null, null, 5000L, null, null)), ADA));
    }

    @Test
    void saysWhichToolIsMissing() {
        UnlaunchableException refusal = assertThrows(UnlaunchableException.class,
                () -> Preparation.of(user("nobody"), ROOT, _ -> Optional.empty()));

        assertEquals(new Outcome.NotStarted(126,
                "this needs the program \"setpriv\", which is not on this machine · install util-linux"),
                refusal.outcome());
    }

    private static List<String> words(ProcessSettings settings, Powers powers) throws UnlaunchableException {
        return Preparation.of(settings, powers, PreparationTest::tool).prefix();
    }

    private static @Nullable String refused(ProcessSettings settings, Powers powers) {
        return assertThrows(UnlaunchableException.class, () -> words(settings, powers)).getMessage();
    }

    private static Optional<String> tool(String name) {
        return Optional.of("/bin/" + name);
    }

    private static ProcessSettings user(String name) {
        return new ProcessSettings(name, null, null, null, NONE);
    }

    private static Powers powers(int id, String capabilities) {
        return new Powers(List.of("Uid:\t" + id + "\t" + id + "\t0\t0", "Gid:\t" + id + "\t" + id + "\t0\t0",
                "CapEff:\t" + capabilities),
                List.of("Max open files            1024                 4096                 files     "),
                5);
    }
}
