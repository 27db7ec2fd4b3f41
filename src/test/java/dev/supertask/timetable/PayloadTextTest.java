package dev.supertask.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;

import dev.supertask.job.Language;
import dev.supertask.job.Payload;
import dev.supertask.job.SqlWork;
import dev.supertask.job.SqlWork.Statements;
import dev.supertask.problem.ExitCode;
import dev.supertask.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PayloadTextTest {
    private static final Path FOLDER = Path.of("/srv/ops");

    @Test
    void takesSeveralWordsForAnArgv() {
        assertEquals(argv("echo", "hello"), PayloadText.ofWords(List.of("cmd:echo", "hello"), FOLDER));
        assertEquals(argv("echo", "a b", ""), PayloadText.ofWords(List.of("echo", "a b", ""), FOLDER));
        assertEquals(argv("echo", "hello"), PayloadText.ofWords(List.of("cmd:", "echo", "hello"), FOLDER));
    }

    @Test
    void takesOneWordForShellText() {
        assertEquals(new Payload.Shell("exit 7"), PayloadText.ofWords(List.of("cmd:exit 7"), FOLDER));
        assertEquals(new Payload.Shell("echo a | tr a b"),
                PayloadText.ofShellText("echo a | tr a b", FOLDER));
    }

    @Test
    void splitsOneTextIntoWordsWithoutAShell() {
        assertEquals(argv("echo", "a", "|", "tr", "a", "b"),
                PayloadText.ofShellText("echo a | tr a b", FOLDER, true));
        assertEquals(argv("echo", "a b"), PayloadText.ofWords(List.of("cmd:echo 'a b'"), FOLDER, true));
    }

    @Test
    void takesAWordThatIsNoPrefixForPartOfTheCommand() {
        assertEquals(new Payload.Shell("echo a:b"), PayloadText.ofShellText("echo a:b", FOLDER));
        assertEquals(new Payload.Shell("prog:x"), PayloadText.ofShellText("prog:x", FOLDER));
        assertEquals(argv("scp", "host:x", "y"), PayloadText.ofWords(List.of("scp", "host:x", "y"), FOLDER));
    }

    @Test
    void takesCodeInALanguage() {
        Payload hello = new Payload.Code(Language.PYTHON, "print(\"hello world\")", List.of());
        assertEquals(hello, PayloadText.ofShellText("python:print(\"hello world\")", FOLDER));
        assertEquals(hello, PayloadText.ofShellText("python: print(\"hello world\")", FOLDER, true));
        assertEquals(new Payload.Code(Language.NODE, "console.log(1)", List.of("a", "b")),
                PayloadText.ofWords(List.of("node:console.log(1)", "a", "b"), FOLDER));
    }

    @Test
    void keepsTheIndentationOfCodeThatBeginsOnItsOwnLine() {
        assertEquals(new Payload.Code(Language.PYTHON, "if True:\n  print(1)\n", List.of()),
                PayloadText.ofShellText("python:\nif True:\n  print(1)\n", FOLDER));
    }

    @Test
    void takesAFileWithItsArguments() {
        Payload script = new Payload.Script(Path.of("/srv/ops/my jobs/backup.sh"), List.of("--full", "x"));
        assertEquals(script, PayloadText.ofShellText("file:'my jobs/backup.sh' --full x", FOLDER));
        assertEquals(script, PayloadText.ofWords(List.of("file:my jobs/backup.sh", "--full", "x"), FOLDER));
        assertEquals(new Payload.Script(Path.of("/opt/x"), List.of()),
                PayloadText.ofShellText("file:/opt/x", FOLDER));
    }

    @Test
    void takesADatabaseAndStatements() {
        assertEquals(sql("jdbc:h2:mem:", new Statements.Script("select 1; select 2")),
                PayloadText.ofShellText("sql: jdbc:h2:mem:  select 1; select 2", FOLDER));
        assertEquals(sql("jdbc:h2:mem:", new Statements.Script("select 1")),
                PayloadText.ofWords(List.of("sql:jdbc:h2:mem:", "select 1"), FOLDER));
        assertEquals(sql("jdbc:h2:mem:", new Statements.Each(List.of("select 1", "select 2"))),
                PayloadText.ofWords(List.of("sql:jdbc:h2:mem:", "select 1", "select 2"), FOLDER));
        refused("\"select\" is no JDBC URL · write one and statements behind it, such as: sql:jdbc:h2:mem: select 1",
                () -> PayloadText.ofShellText("sql:select 1", FOLDER));
        refused("\"sql:\" has nothing to execute · write statements behind the URL",
                () -> PayloadText.ofShellText("sql:jdbc:h2:mem:", FOLDER));
    }

    @Test
    void takesAUrl() {
        Payload get = new Payload.Http(WebReader.get("https://example.org/a?b"));
        assertEquals(get, PayloadText.ofShellText("https://example.org/a?b", FOLDER));
        assertEquals(get, PayloadText.ofShellText("http: https://example.org/a?b", FOLDER));
        assertEquals(get, PayloadText.ofWords(List.of("http:GET", "https://example.org/a?b"), FOLDER));
        assertEquals(new Payload.Http(WebReader.get("http://${HOST}/").withMethod("DELETE")),
                PayloadText.ofShellText("http:DELETE http://${HOST}/", FOLDER));
        refused("\"example.org\" is no URL of the web · write https://HOST/PATH",
                () -> PayloadText.ofShellText("http:example.org", FOLDER));
        refused("\"FETCH\" is no method · write one of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS",
                () -> PayloadText.ofShellText("http:FETCH https://example.org", FOLDER));
        refused("a URL with a user in it would be kept and shown · write \"user\" and \"password\" beside it",
                () -> PayloadText.ofShellText("https://ada:secret@example.org", FOLDER));
    }

    private static Payload sql(String url, Statements statements) {
        return new Payload.Sql(new SqlWork(url, null, null, statements, "[]", true, null));
    }

    @Test
    void refusesWhatItCannotRun() {
        refused("this version cannot run \"java:\" yet · it runs cmd:, python:, node:, file:, sql:, http:, https:; "
                + "write \"cmd:java:…\" if a program is called so",
                () -> PayloadText.ofShellText("java:Main.java", FOLDER));
        refused("there is nothing to run · write Python code, such as: python:print(1)",
                () -> PayloadText.ofShellText("python: \n", FOLDER));
        refused("there is no command · write one, such as: -- cmd:echo hello",
                () -> PayloadText.ofWords(List.of(), FOLDER));
        refused("the command names no program · the first word must be one",
                () -> PayloadText.ofWords(List.of("", "a"), FOLDER));
        refused("the command names no program · the first word must be one",
                () -> PayloadText.ofShellText("'' a", FOLDER, true));
        refused("\"file:\" names no file · write its path behind the colon",
                () -> PayloadText.ofShellText("file:''", FOLDER));
        refused("a quote (\") is opened and never closed · close it, or escape it with a backslash",
                () -> PayloadText.ofShellText("echo \"a", FOLDER, true));
    }

    private static void refused(String words, Executable text) {
        Refusal refusal = assertThrows(Refusal.class, text);
        assertEquals(words, refusal.getMessage());
        assertEquals(ExitCode.MISTAKE, refusal.exitCode());
    }

    private static Payload argv(String... words) {
        return new Payload.Argv(List.of(words));
    }
}
