package dev.supertask.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

import dev.supertask.job.Job;
import dev.supertask.keeper.Account;
import dev.supertask.run.Outcome;
import dev.supertask.run.RunId;
import dev.supertask.run.Trigger;
import dev.supertask.testkit.Engines;
import dev.supertask.timetable.CrontabForm;
import dev.supertask.timetable.CrontabHost;
import dev.supertask.timetable.CrontabText;
import dev.supertask.timetable.Surroundings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the commands of a crontab find around them, compared with what Debian's cron 3.0pl1-162 gave to the same
/// lines, run by root: measured, and written down here.
class CrontabEnvironmentTest {
    private static final Map<String, String> OURS = Map.of("PATH", "/opt/bin:/usr/bin:/bin", "LANG", "de_DE.UTF-8",
            "EDITOR", "vi", "SUPERTASK_STORE", "/store", "USER", "nobody");

    private @TempDir Path folder;
    private Launches launches;

    @BeforeEach
    void open() {
        launches = new Launches(folder);
    }

    @AfterEach
    void close() {
        launches.close();
    }

    @Test
    void isWhatCronGivesWhereTheCrontabSaysLittle() throws Exception {
        Map<String, String> expected = new TreeMap<>(Map.of("HOME", System.getProperty("user.home"), "C", "$A",
                "MAILTO", "", "CRON_TZ", "Asia/Tokyo", "A", "one", "LOGNAME", System.getProperty("user.name"),
                "PATH", "/usr/bin:/bin", "SHELL", "/bin/sh", "B", "two words", "TZ", "Asia/Tokyo"));
        expected.put("PWD", folder.toString());

        assertEquals(expected, environment("""
                A=one
                MAILTO=""
                B = "two words"
                C='$A'
                TZ=Asia/Tokyo
                CRON_TZ=Asia/Tokyo
                * * * * * env
                A=later
                """));
    }

    @Test
    void isWhatCronGivesWhereTheCrontabOverridesWhatItMay() throws Exception {
        Map<String, String> expected = new TreeMap<>(Map.of("SHELL", "/bin/sh", "PWD", folder.toString(), "LOGNAME",
                System.getProperty("user.name"), "A", "later", "HOME", folder.toString(), "USER", "other", "PATH",
                "/bin"));

        assertEquals(expected, environment("""
                LOGNAME=other
                USER=other
                HOME=%s
                A=one
                PATH=/bin
                A=later
                SHELL=/bin/sh
                * * * * * env
                """.formatted(folder)));
    }

    @Test
    void startsInTheHomeFolderByTheShellThatIsNamed() throws Exception {
        assertEquals("/bin/sh " + folder + "\n", output("* * * * * echo \"$0\" $(pwd)\n"));
        assertEquals("/bin/bash " + folder.getParent() + "\n",
                output("SHELL=/bin/bash\nHOME=" + folder.getParent() + "\n* * * * * echo \"$0\" $(pwd)\n"));
    }

    @Test
    void isThatOfTheUserWhomTheSystemsCrontabNames() throws Exception {
        Engines.require("root", Powers.ofThisProcess().mayBecomeAnybody());
        Map<String, String> expected = new TreeMap<>(Map.of("SHELL", "/bin/sh", "PWD", "/", "LOGNAME", "nobody", "HOME",
                Account.of("nobody").orElseThrow().home(), "PATH", "/usr/bin:/bin"));

        assertEquals(expected, variables(run(job("* * * * * nobody env\n", CrontabForm.SYSTEM))));
        assertEquals("nobody\n", run(job("* * * * * nobody id -un\n", CrontabForm.SYSTEM)));
    }

    @Test
    void readsWhatStandsBehindAPercentSign() throws Exception {
        assertEquals("line one\nline two\n", output("* * * * * cat%line one%line two\n"));
        assertEquals("x%y\\z\n\nend\\\n", output("* * * * * cat%x\\%y\\z%%end\\\n"));
        assertEquals("a\\%b\n", output("* * * * * cat%a\\\\%b\n"));
        assertEquals("", output("* * * * * cat%\n"));
        assertEquals("", output("* * * * * cat\n"));
        assertEquals("a%b\n", output("* * * * * echo 'a\\%b'\n"));
    }

    private Map<String, String> environment(String crontab) throws Exception {
        return variables(output(crontab));
    }

    private static Map<String, String> variables(String output) {
        Map<String, String> env = new TreeMap<>();
        output.lines().forEach(line -> {
            int equals = line.indexOf('=');
            env.put(line.substring(0, equals), line.substring(equals + 1));
        });
        assertTrue(env.keySet().removeIf(name -> name.startsWith("SUPERTASK_")), env::toString);
        // What shells set for themselves.
        env.remove("_");
        env.remove("OLDPWD");
        env.remove("SHLVL");
        return env;
    }

    private String output(String crontab) throws Exception {
        return run(job(crontab, CrontabForm.USER));
    }

    private Job job(String crontab, CrontabForm form) {
        return CrontabText.read("crontab", crontab, form, new Surroundings(Path.of("/"), ZoneId.of("UTC"), OURS),
                new Home(folder)).jobs().getFirst();
    }

    private String run(Job job) throws Exception {
        RunId run = RunId.create(Instant.parse("2026-11-24T03:00:00Z"), new Random());
        RunFacts facts = new RunFacts("ops", job.name(), run, 1, Trigger.SCHEDULE, null, ZoneId.of("UTC"), null);
        Launch launch = new Launch(run, 1, Commands.of(job.steps().getFirst(), OURS, facts), launches.log(run));
        assertEquals(new Outcome.Exited(0), launches.run(launch));
        return Launches.output(launch);
    }

    /// Who runs this test lives in the test's folder.
    private record Home(Path folder) implements CrontabHost {
        @Override
        public User self() {
            return new User(System.getProperty("user.name"), folder);
        }

        @Override
        public Optional<User> account(String name) {
            return name.equals("nobody") ? Optional.of(new User(name, Path.of("/"))) : Optional.empty();
        }

        @Override
        public boolean isProgram(String word) {
            return false;
        }
    }
}
