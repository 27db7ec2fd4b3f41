package dev.supertask.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import dev.supertask.testkit.InProcess;
import dev.supertask.testkit.InProcess.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Wrong uses of `supertask run`, each with everything that is said about it. None leaves a trace.
class WrongUsageTest {
    @TempDir
    private Path folder;
    private InProcess supertask;

    @BeforeEach
    void aFolderWithATimetableOfAnotherName() throws Exception {
        supertask = new InProcess(folder);
        supertask.write("other.yaml", "jobs:\n  a: {when: once, run: touch ran}\n");
    }

    private void refuses(String message, String... arguments) {
        assertEquals(new Result(2, "", message), supertask.run(arguments));
        assertTrue(Files.notExists(supertask.store()));
        assertTrue(Files.notExists(supertask.work().resolve("ran")));
    }

    @Test
    void aFolderWithoutATimetable() {
        refuses("supertask: there is no supertask.yaml in " + supertask.work()
                + " · \"supertask init\" writes one, --file names another, -- COMMAND runs a command\n", "run");
    }

    @Test
    void aCommandThatDoesNotExist() {
        refuses("supertask: unknown command \"rnu\" · did you mean \"run\"? · see \"supertask --help\"\n", "rnu");
    }

    @Test
    void anOptionThatDoesNotExist() {
        refuses("supertask: unknown option \"--fiel\" · did you mean \"--file\"? · see \"supertask run --help\"\n",
                "run", "--fiel", "x.yaml");
    }

    @Test
    void anAbbreviatedOption() {
        refuses("supertask: unknown option \"--stor\" · did you mean \"--store\"? · see \"supertask run --help\"\n",
                "run", "--stor", "x");
    }

    @Test
    void aTimetableWithoutFileBeforeIt() {
        refuses("supertask: unexpected word \"other.yaml\" · --file other.yaml runs a timetable, "
                + "-- other.yaml runs a command\n", "run", "other.yaml");
    }

    @Test
    void aFileThatDoesNotExist() {
        refuses("supertask: there is no file \"othr.yaml\" · did you mean \"other.yaml\"?\n", "run", "--file",
                "othr.yaml");
    }

    @Test
    void aFolderInsteadOfAFile() {
        refuses("supertask: \".\" is a folder, no timetable\n", "run", "--file", ".");
    }

    @Test
    void aFileInAFolderThatDoesNotExist() {
        refuses("supertask: there is no file \"nowhere/x.yaml\" · there is no folder " + supertask.work()
                + "/nowhere either\n", "run", "--file", "nowhere/x.yaml");
    }

    @Test
    void aFileAndACommand() {
        refuses("supertask: more than one thing to run · give one of --file, --command, -- WORDS or --stored\n",
                "run", "--file", "other.yaml", "--command", "touch ran");
    }

    @Test
    void twoCommands() {
        refuses("supertask: more than one thing to run · give one of --file, --command, -- WORDS or --stored\n",
                "run", "--command", "touch ran", "--", "touch ran");
    }

    @Test
    void aScheduleWithoutACommand() {
        refuses("supertask: --when belongs to an inline command · write the command after --, such as: "
                + "-- cmd:echo hello\n", "run", "--when", "@daily");
    }

    @Test
    void execWithoutACommand() {
        refuses("supertask: --exec belongs to an inline command · write the command after --, such as: "
                + "-- cmd:echo hello\n", "run", "--exec");
    }

    @Test
    void twoWrongSchedules() {
        refuses("""
                --when:1:1: unknown macro "@dayly" · did you mean "@daily"?
                    1 | @dayly
                      | ^~~~~~
                --when:1:1: minute "61" is not in 0 to 59
                    1 | 61 * * * *
                      | ^~
                """, "run", "--when", "@dayly", "--when", "61 * * * *", "--", "touch ran");
    }

    @Test
    void aNameThatNoJobCanHave() {
        refuses("supertask: \"a b\" cannot name a job · use up to 128 letters, digits, \".\", \"_\" and \"-\", "
                + "a letter or digit first\n", "run", "--name", "a b", "--", "touch ran");
    }

    @Test
    void aNamespaceThatIsAPath() {
        refuses("supertask: \"../x\" cannot name a namespace · use up to 64 letters, digits, \".\", \"_\" and \"-\", "
                + "a letter or digit first\n", "run", "--ns", "../x", "--", "touch ran");
    }

    @Test
    void storedJobsOfNobody() {
        refuses("supertask: --stored does not say whose jobs · add --ns NS; \"list-namespaces\" shows them\n", "run",
                "--stored");
    }

    @Test
    void storedJobsOfANamespaceThatDoesNotExist() {
        assertEquals(new Result(1, "", "supertask: no namespace \"nope\" · the store " + supertask.store()
                + " is empty\n"), supertask.run("run", "--stored", "--ns", "nope"));
    }

    @Test
    void aGraceThatIsNoDuration() {
        refuses("supertask: --grace \"soon\" is not a duration · write a duration such as 10s or 2m\n", "run",
                "--grace", "soon", "--file", "other.yaml");
    }

    @Test
    void nothingBehindTheDashes() {
        refuses("supertask: there is nothing behind -- · write the command there, such as: -- cmd:echo hello\n",
                "run", "--");
    }

    @Test
    void anEmptyCommand() {
        refuses("supertask: there is nothing to run · write a command, such as: echo hello\n", "run", "--", "");
    }

    @Test
    void aQuoteThatIsNotClosed() {
        refuses("supertask: a quote (\") is opened and never closed · close it, or escape it with a backslash\n",
                "run", "--exec", "--command", "touch \"ran");
    }

    @Test
    void twoTextsOfOneNamespace() throws Exception {
        supertask.write("two.yaml", "jobs:\n  b: {when: once, run: touch ran}\n");
        refuses("supertask: \"two.yaml\" is the second text for namespace \"ops\" · name each file once, and give each "
                + "its own namespace\n", "run", "--ns", "ops", "--file", "other.yaml", "--file", "two.yaml");
    }
}
