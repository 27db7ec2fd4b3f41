package dev.supertask.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import dev.supertask.testkit.Await;
import dev.supertask.testkit.InProcess;
import dev.supertask.testkit.InProcess.Result;
import dev.supertask.testkit.Postgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Jobs that ask a real PostgreSQL.
class PostgresTest {
    private static Postgres postgres;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        postgres = Postgres.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void executesAFileWithFunctionsAndBindsWhatItIsGiven() throws Exception {
        InProcess supertask = world();
        supertask.write("report.sql", """
                -- the totals; of each day
                create table sales(day date, euro numeric(9, 2), "a;b" jsonb);
                create function double_it(x numeric) returns numeric language plpgsql as $body$
                begin
                  return 2 * x; -- not the end
                end $body$;
                insert into sales values (:day, :euro, :tags), (:day::date + 1, 5, '{"note": "?;:day"}');
                /* the last one /* nested; */ is it; */
                select day, double_it(euro) as "double; euro", "a;b" ->> 'note' as note, "a;b" ? 'note' as noted
                  from sales order by day
                """);
        Result result = run(supertask, """
                file: report.sql
                params: {day: "${DAY}", euro: 12.50, tags: [1, a'b]}
                """, Map.of("DAY", "2026-02-28"));

        assertEquals(0, result.exit(), result.err());
        assertEquals(
                """
                        1 of 4: create table sales(day date, euro numeric(9, 2), "a;b" jsonb) · 0 rows changed
                        2 of 4: create function double_it(x numeric) returns numeric language plpgsql as $body$ · 0 rows changed
                        3 of 4: insert into sales values (:day, :euro, :tags), (:day::date + 1, 5, '{"note": "?;:day"}') · 2 rows changed
                        4 of 4: select day, double_it(euro) as "double; euro", "a;b" ->> 'note' as note, "a;b" ? 'note' as noted · 2 rows
                        day         double; euro  note    noted
                        ----------  ------------  ------  -----
                        2026-02-28         25.00  null    false
                        2026-03-01         10.00  ?;:day  true
                        """,
                supertask.run("logs", "d").out());
        assertEquals("[1,\"a'b\"]", postgres.ask("select \"a;b\"::text from sales where euro = 12.5").replace(" ", ""));
    }

    @Test
    void keepsThePasswordOutOfTheStoreOfWhatIsShownAndOfTheCommandLine() throws Exception {
        InProcess supertask = world();
        CompletableFuture<Result> running = CompletableFuture.supplyAsync(() -> run(supertask, """
                statements: "select pg_sleep(2), 'awake'"
                """));
        Await.until("it sleeps", () -> sleeping("2").equals("1"));
        try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
            assertEquals(0, processes.filter(process -> process.info().commandLine().orElse("").matches(
                    "(?s).*(" + Postgres.PASSWORD + "|pg_sleep|jdbc:).*")).count());
        }

        assertEquals(0, running.join().exit(), running.join().err());
        try (Stream<Path> files = Files.walk(supertask.store())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                        .contains(Postgres.PASSWORD), file.toString());
            }
        }
        assertFalse((supertask.run("show", "d").out() + supertask.run("show", "d", "--output", "json").out())
                .contains(Postgres.PASSWORD));
    }

    @Test
    void rollsBackWhenAStatementFailsAndSaysWhichAndWhy() throws Exception {
        InProcess supertask = world();
        Result result = run(supertask, """
                statements: |
                  create table undone(a int);

                  insert into undone
                    values (1);
                  insert into undone values ('x');
                  select 1
                """);

        assertEquals(1, result.exit());
        assertEquals(
                """
                        1 of 4: create table undone(a int) · 0 rows changed
                        2 of 4: insert into undone · 1 row changed
                        3 of 4: insert into undone values ('x') · failed
                        supertask: statement 3 of 4, line 5, failed: ERROR: invalid input syntax for type integer: "x" (SQLState 22P02) · all was rolled back
                        """,
                supertask.run("logs", "d").out());
        String runs = supertask.run("list-runs", "--output", "json").out();
        assertTrue(runs.contains("\"reason\": \"statement 3 of 4, line 5, failed: ERROR: invalid input syntax for type "
                + "integer: \\\"x\\\" (SQLState 22P02) · all was rolled back\""), runs);
        assertTrue(runs.contains("\"exitCode\": 1"), runs);
        assertEquals("0", postgres.ask("select count(*) from pg_tables where tablename = 'undone'"));
    }

    @Test
    void commitsEachStatementWhereItIsToldTo() throws Exception {
        InProcess supertask = world();
        Result result = run(supertask, """
                transaction: false
                statements: [create table kept(a int), vacuum kept, "select 1 / 0"]
                """);

        assertEquals(1, result.exit());
        assertTrue(supertask.run("list-runs", "--output", "json").out().contains(
                "\"statement 3 of 3 failed: ERROR: division by zero (SQLState 22012) · what came before it is kept\""));
        assertEquals("1", postgres.ask("select count(*) from pg_tables where tablename = 'kept'"));
    }

    @Test
    void saysWhyThereIsNoConnection() throws Exception {
        InProcess supertask = world();
        Result result = run(supertask, "statements: select 1", Map.of("SECRET", "wrong"));

        assertEquals(1, result.exit());
        assertEquals("supertask: no connection to the database: FATAL: password authentication failed for user \"ada\" "
                + "(SQLState 28P01)\n", supertask.run("logs", "d").out());
    }

    @Test
    void cancelsTheStatementOfARunThatIsEnded() throws Exception {
        InProcess supertask = world();
        CompletableFuture<Result> running = CompletableFuture
                .supplyAsync(() -> run(supertask, "statements: select pg_sleep(700)"));
        Await.until("it sleeps", () -> sleeping("700").equals("1"));

        assertEquals(1, running.join().exit());
        assertTrue(supertask.run("list-runs", "--output", "json").out().contains("\"state\": \"timed-out\""));
        assertEquals("0", sleeping("700"));
    }

    private InProcess world() {
        return new InProcess(folder);
    }

    private static String sleeping(String seconds) {
        try {
            return postgres.ask("select count(*) from pg_stat_activity where state = 'active' and query like"
                    + " 'select pg_sleep(" + seconds + ")%'");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Result run(InProcess plain, String keys) {
        return run(plain, keys, Map.of());
    }

    private static Result run(InProcess plain, String keys, Map<String, String> variables) {
        Map<String, String> environment = new HashMap<>(Map.of("SECRET", Postgres.PASSWORD));
        environment.putAll(variables);
        try {
            plain.write("supertask.yaml", """
                    namespace: ops
                    jobs:
                      d:
                        when: once
                        timeout: 6s
                        sql:
                          url: "%s"
                          user: ada
                          password: ${SECRET}
                    %s""".formatted(postgres.url(), keys.indent(6)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new InProcess(plain.folder(), environment, "").run("run");
    }
}
