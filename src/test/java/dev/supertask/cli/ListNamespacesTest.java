package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import dev.supertask.store.Owner;
import dev.supertask.store.OwnerLock;
import dev.supertask.store.ProcessIdentity;
import dev.supertask.testkit.Cli;
import dev.supertask.testkit.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `supertask list-namespaces`.
class ListNamespacesTest {
    @TempDir
    private Path folder;

    @Test
    void listsWhatWasActiveLastFirst() {
        Cli cli = Cli.in(folder);
        Night.andAnother(Night.of(cli));
        assertEquals(new Cli.Answer(0, """
                ID                                TITLE               JOBS  RUNNING  ORIGIN
                ops                               Nightly operations  3     -        /srv/ops/supertask.yaml
                0123456789abcdef0123456789abcdef  -                   1     -        \
                /srv/0123456789abcdef0123456789abcdef/supertask.yaml
                """, ""), dashes(cli.line("list-namespaces")));
    }

    @Test
    void tellsTheSchedulerThatRunsOne() {
        Cli cli = Cli.in(folder);
        Seed seed = Night.of(cli);
        long pid = ProcessHandle.current().pid();
        Owner scheduler = new Owner(Owner.Kind.SCHEDULER, ProcessIdentity.current(), "web1",
                Instant.parse("2026-11-24T08:30:00Z"), "");
        try (OwnerLock _ = seed.folder("ops").tryTake(scheduler).orElseThrow()) {
            String line = cli.line("list-namespaces").out().lines().skip(1).findFirst().orElseThrow();
            assertEquals("ops  Nightly operations  3     pid " + pid + " since 2026-11-24 09:30:00  "
                    + "/srv/ops/supertask.yaml", line);
        }
    }

    @Test
    void hasTheFieldsOfTheContractInTheirOrder() {
        Cli cli = Cli.in(folder);
        Night.of(cli);
        assertEquals(new Cli.Answer(0, """
                [
                  {
                    "id": "ops",
                    "title": "Nightly operations",
                    "origin": {
                      "host": "web1",
                      "user": "ada",
                      "resource": "/srv/ops/supertask.yaml"
                    },
                    "authors": [
                      "ada@example.org"
                    ],
                    "jobs": 3,
                    "owner": null,
                    "createdAt": "2026-11-20T10:00:00+01:00",
                    "updatedAt": "2026-11-20T10:00:00+01:00"
                  }
                ]
                """, ""), cli.line("list-namespaces --output json"));
    }

    @Test
    void flattensWhatIsNestedForCsv() {
        Cli cli = Cli.in(folder);
        Night.of(cli);
        assertEquals("""
                id,title,origin.host,origin.user,origin.resource,authors,jobs,owner.pid,owner.host,owner.since,\
                createdAt,updatedAt\r
                ops,Nightly operations,web1,ada,/srv/ops/supertask.yaml,ada@example.org,3,,,,\
                2026-11-20T10:00:00+01:00,2026-11-20T10:00:00+01:00\r
                """, cli.line("list-namespaces --output csv").out());
    }

    @Test
    void saysWhatToDoWhereThereIsNothingAndMakesNoStore() {
        Cli cli = Cli.in(folder);
        assertEquals(new Cli.Answer(0, "", "supertask: no namespaces yet · \"supertask run\" makes one\n"),
                cli.line("list-namespaces"));
        assertEquals(new Cli.Answer(0, "", ""), cli.line("list-namespaces --quiet"));
        assertEquals(new Cli.Answer(0, "[]\n", ""), cli.line("list-namespaces --output json"));
        assertEquals(new Cli.Answer(0, "[]\n", ""), cli.line("list-namespaces --output yaml"));
        assertFalse(Files.exists(cli.store()));
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        Cli cli = Cli.in(folder);
        Night.andAnother(Night.of(cli)).apply("0123zz", "jobs: {a: {when: '@daily', run: a}}");
        assertEquals("supertask: --output cannot be \"jsn\""
                + " · did you mean \"json\"? · see \"supertask list-namespaces --help\"\n",
                cli.line("list-namespaces --output jsn").err());
        assertEquals(new Cli.Answer(1, "", "supertask: no namespace \"opps\" · did you mean \"ops\"?\n"),
                cli.line("list-namespaces --ns opps"));
        assertEquals(new Cli.Answer(1, "", "supertask: \"0123\" is the beginning of 2 namespaces: 0123456789abcdef"
                + "0123456789abcdef, 0123zz · write more of the one that is meant\n"),
                cli.line("list-namespaces --ns 0123"));
        assertEquals(new Cli.Answer(1, "",
                "supertask: no namespace \"web\" · \"supertask list-namespaces\" shows all 3\n"),
                cli.line("list-namespaces --ns web"));
    }

    /// A dash that stands for nothing is no ASCII; the bytes of an answer are compared as such.
    static Cli.Answer dashes(Cli.Answer answer) {
        return new Cli.Answer(answer.exit(), answer.out().replace('–', '-'), answer.err());
    }
}
