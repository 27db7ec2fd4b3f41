package dev.supertask.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import dev.supertask.testkit.InProcess;
import dev.supertask.testkit.InProcess.Result;
import dev.supertask.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Jobs that ask a database, with a real one: H2 in memory and in a file.
class SqlTest {
    @TempDir
    Path folder;

    @Test
    void executesStatementsTellsWhatEachDidAndShowsTheLastResult() throws Exception {
        InProcess supertask = run(0, """
                namespace: ops
                jobs:
                  d: {when: once, sql: {url: "jdbc:h2:mem:x", statements: ["create table t(a int, b text)",
                    "insert into t values (1, 'one'), (22, null)", "select * from t order by a"]}}
                """);

        assertEquals("""
                1 of 3: create table t(a int, b text) · 0 rows changed
                2 of 3: insert into t values (1, 'one'), (22, null) · 2 rows changed
                3 of 3: select * from t order by a · 2 rows
                 A  B
                --  ----
                 1  one
                22  null
                """, supertask.run("logs", "d").out());
        assertEquals("rows=2 count=2", outputs(supertask));
    }

    @Test
    void givesOutTheOnlyValue() throws Exception {
        InProcess supertask = run(0,
                """
                        namespace: ops
                        jobs:
                          d: {when: once, sql: {url: "jdbc:h2:mem:x", statements: ["create table t(a int)", "select count(*) n from t"]}}
                        """);

        assertEquals("rows=1 count=0", outputs(supertask));
    }

    @Test
    void writesTheRowsOfTheLastResultIntoAFile() throws Exception {
        InProcess supertask = run(0,
                """
                        namespace: ops
                        jobs:
                          d:
                            when: once
                            sql:
                              url: "jdbc:h2:mem:x"
                              statements: |
                                create table t(n decimal(5, 1), name text, on_sale boolean);
                                insert into t values (1.5, 'a, "b"', true), (null, '', false), (2, null, null);
                                select * from t
                              output-file: rows.csv
                          e:
                            when: once
                            sql: {url: "jdbc:h2:mem:x", statements: ["select 1.50 n, 'é' ab, true yes, null no", "select 1 from dual where false"],
                              output-file: none.json}
                          f: {when: once, sql: {url: "jdbc:h2:mem:x", statements: ["select 1.50 n, 'é' ab, true yes, null no"], output-file: rows.json}}
                        """);

        assertEquals("""
                N,NAME,ON_SALE
                1.5,"a, ""b\""",true
                ,"",false
                2.0,,
                """, Files.readString(supertask.work().resolve("rows.csv")));
        assertEquals("[]\n", Files.readString(supertask.work().resolve("none.json")));
        assertEquals("[\n  {\"N\":1.50,\"AB\":\"é\",\"YES\":true,\"NO\":null}\n]\n",
                Files.readString(supertask.work().resolve("rows.json")));
        try (Stream<Path> files = Files.list(supertask.work())) {
            assertEquals(4, files.count(), "no drafts are left");
        }
    }

    @Test
    void bindsWhatAStepBeforeGaveOut() throws Exception {
        InProcess supertask = run(0, """
                namespace: ops
                jobs:
                  load:
                    when: once
                    steps:
                      - name: fetch
                        run: printf "name=%s\\n" "Robert'); drop table t; --" >> "$SUPERTASK_OUTPUT"
                      - name: store
                        sql:
                          url: "jdbc:h2:./data"
                          statements: ["create table t(name text)", "insert into t values (?)"]
                          params: ["${SUPERTASK_STEP_FETCH_NAME}"]
                      - name: look
                        sql: {url: "jdbc:h2:./data", statements: "select name from t"}
                """);

        assertEquals("name=Robert'); drop table t; -- count=Robert'); drop table t; -- rows=1", outputs(supertask));
    }

    @Test
    void findsDriversInTheStore() throws Exception {
        Files.createDirectories(folder.resolve("store/drivers"));
        OtherDriver.jar(folder.resolve("store/drivers/other.jar"));
        InProcess supertask = run(0, """
                namespace: ops
                jobs:
                  d: {when: once, sql: {url: "jdbc:other:mem:x", statements: "select 7"}}
                """);

        assertEquals("rows=1 count=7", outputs(supertask));
    }

    @Test
    void saysWhereADriverBelongsThatIsMissing() throws Exception {
        assertEquals("no driver for \"jdbc:other:\" · put its jar into \"" + folder.resolve("store/drivers") + "\"",
                reason("url: \"jdbc:other:mem:x;password=x\"", "statements: select 1"));
    }

    @Test
    void saysWhatIsMissingBeforeItAsksTheDatabase() throws Exception {
        String h2 = "url: \"jdbc:h2:mem:x\"";
        assertEquals("no file \"" + folder.resolve("work/none.sql") + "\"", reason(h2, "file: none.sql"));
        assertEquals("variable \"NO_SUCH\" is not set · set it where Supertask is started, or in \"env\" of the job",
                reason(h2, "statements: select 1", "password: ${NO_SUCH}"));
        assertEquals("statement 2 of 2 uses \":c\", which \"params\" does not have",
                reason(h2, "statements: [\"select :a\", \"select :c\"]", "params: {a: 1}"));
        assertEquals("no statement uses \":b\" of \"params\"",
                reason(h2, "statements: \"select :a\"", "params: {a: 1, b: 2}"));
        assertEquals("the statements have 1 \"?\", \"params\" has 2 values",
                reason(h2, "statements: \"select ?\"", "params: [1, 2]"));
        assertEquals("statement 1 of 1, line 1, uses more \"?\" than \"params\" has values, 1",
                reason(h2, "statements: \"select ?, ?\"", "params: [1]"));
        assertEquals("there is no statement", reason(h2, "statements: \"-- nothing\""));
    }

    private String reason(String... keys) throws Exception {
        Path world = Files.createTempDirectory(folder, "w");
        InProcess supertask = new InProcess(folder);
        supertask.write("supertask.yaml",
                "namespace: " + world.getFileName() + "\njobs:\n  d:\n    when: once\n    sql:\n"
                        + String.join("\n", keys).indent(6));
        Result result = supertask.run("run");
        assertEquals(1, result.exit(), result.err());
        String run = supertask.run("list-runs", "--ns", world.getFileName().toString(), "--output", "json").out();
        String reason = String.valueOf(Json.readList(run, Map.class).getFirst().get("reason"));
        String log = supertask.run("logs", "--ns", world.getFileName().toString(), "d").out();
        assertEquals("supertask: " + reason + "\n", log);
        return reason;
    }

    private InProcess run(int exit, String timetable) throws Exception {
        return run(exit, timetable, Map.of());
    }

    private InProcess run(int exit, String timetable, Map<String, String> environment) throws Exception {
        InProcess plain = new InProcess(folder);
        InProcess supertask = new InProcess(folder, environment, "");
        Files.writeString(plain.work().resolve("supertask.yaml"), timetable);
        Result result = supertask.run("run");
        assertEquals(exit, result.exit(), result.err());
        return supertask;
    }

    private static String outputs(InProcess supertask) {
        String id = supertask.run("list-runs", "--output", "csv").out().lines().toList().get(1).substring(0, 26);
        return String.join(" ", supertask.run("show", id).out().lines().filter(line -> line.startsWith("  output"))
                .map(line -> line.substring(14)).toList());
    }
}
