package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import dev.supertask.testkit.Cli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Wrong words on the command line, each with its whole answer.
class UsageMistakesTest {
    @TempDir
    private Path folder;

    private void refuses(String command, String answer) {
        assertEquals(new Cli.Answer(2, "", "supertask: " + answer + "\n"), Cli.in(folder).line(command));
    }

    @Test
    void commandsThatDoNotExist() {
        refuses("list-job", "unknown command \"list-job\" · did you mean \"list-jobs\"? · see \"supertask --help\"");
        refuses("RUN", "unknown command \"RUN\" · did you mean \"run\"? · see \"supertask --help\"");
        refuses("jobs", "unknown command \"jobs\" · did you mean \"list-jobs\"? · see \"supertask --help\"");
        refuses("list", "unknown command \"list\" · did you mean \"list-namespaces\" or \"list-jobs\" or \"list-runs\"?"
                + " · see \"supertask --help\"");
        refuses("frobnicate", "unknown command \"frobnicate\" · see \"supertask --help\"");
        refuses("jobs.yaml", "unknown command \"jobs.yaml\" · \"supertask run --file jobs.yaml\" runs a timetable"
                + " · see \"supertask --help\"");
    }

    @Test
    void optionsThatDoNotExist() {
        refuses("list-jobs --nss ops",
                "unknown option \"--nss\" · did you mean \"--ns\"? · see \"supertask list-jobs --help\"");
        refuses("list-jobs -ns ops",
                "unknown option \"-ns\" · did you mean \"--ns\"? · see \"supertask list-jobs --help\"");
        refuses("list-jobs --outptu=json",
                "unknown option \"--outptu\" · did you mean \"--output\"? · see \"supertask list-jobs --help\"");
        refuses("validate --frobnicate", "unknown option \"--frobnicate\" · see \"supertask validate --help\"");
    }

    @Test
    void optionsBeforeTheirCommand() {
        refuses("--ns ops list-jobs",
                "unknown option \"--ns\" · write it behind the command · see \"supertask --help\"");
    }

    @Test
    void wordsTooManyAndTooFew() {
        refuses("list-jobs ops", "unexpected word \"ops\" · see \"supertask list-jobs --help\"");
        refuses("show", "JOB|RUN is missing · a job's name or a run's id · see \"supertask show --help\"");
        refuses("list-jobs --ns", "--ns has no value · write --ns NS · see \"supertask list-jobs --help\"");
        refuses("logs --tail --ns x", "--tail has no value · write --tail N · see \"supertask logs --help\"");
    }

    @Test
    void optionsGivenTwice() {
        refuses("list-jobs --ns a --ns b",
                "--ns is given twice · keep one of them · see \"supertask list-jobs --help\"");
    }

    @Test
    void valuesThatDoNotFit() {
        refuses("list-runs --limit many",
                "--limit cannot be \"many\" · write a whole number · see \"supertask list-runs --help\"");
        refuses("list-runs --limit 3.5",
                "--limit cannot be \"3.5\" · write a whole number · see \"supertask list-runs --help\"");
        refuses("list-runs --output jsn",
                "--output cannot be \"jsn\" · did you mean \"json\"? · see \"supertask list-runs --help\"");
        refuses("list-runs --output xlsx", "--output cannot be \"xlsx\" · write one of table, json, yaml, csv"
                + " · see \"supertask list-runs --help\"");
        refuses("list-runs --color alwys",
                "--color cannot be \"alwys\" · did you mean \"always\"? · see \"supertask list-runs --help\"");
        refuses("list-runs --quiet=yes",
                "--quiet takes no value, but has \"yes\" · see \"supertask list-runs --help\"");
    }

    @Test
    void formsMayBeWrittenInCapitals() {
        assertEquals(new Cli.Answer(0, "[]\n", ""), Cli.in(folder).line("list-jobs --output JSON"));
    }
}
