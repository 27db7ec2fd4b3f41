package dev.supertask.cli;

import java.time.Duration;

import dev.supertask.run.Outcome;
import dev.supertask.testkit.Cli;
import dev.supertask.testkit.Seed;

/// What the store of the tests holds: a namespace `ops` with three jobs, and what ran in the last nights.
final class Night {
    static final String FIRST = "01M8323B801111111111111111";
    static final String SECOND = "01M85MG2802222222222222222";
    static final String SKIPPED = "01M86PT2Z03333333333333333";
    static final String RUNNING = "01M86PTCQG4444444444444444";
    static final String EPHEMERAL = "0123456789abcdef0123456789abcdef";

    private Night() {}

    static Seed of(Cli cli) {
        cli.at("2026-11-20T09:00:00Z");
        Seed seed = Seed.of(cli).apply("ops", """
                meta: {title: Nightly operations, authors: [ada@example.org]}
                jobs:
                  backup: {when: "0 3 * * *", run: pg_dump app, description: Nightly dump}
                  heartbeat: {every: 10s, exec: [curl, "https://example.org"]}
                  report: {when: "@monthly", run: make report, timezone: America/New_York, enabled: false}
                """);
        seed.ran("ops", "backup", "2026-11-23T02:00:00Z", Duration.ofMillis(1234), new Outcome.Exited(0));
        seed.ran("ops", "backup", "2026-11-24T02:00:00Z", Duration.ofSeconds(754), new Outcome.Exited(3));
        seed.skipped("ops", "heartbeat", "2026-11-24T11:59:40Z", "the run of 12:59:30 goes on");
        seed.running("ops", "heartbeat", "2026-11-24T11:59:50Z");
        cli.at(Cli.NOW);
        return seed.lastActive("ops", Cli.NOW);
    }

    /// Another namespace, which had its last run an hour ago.
    static Seed andAnother(Seed seed) {
        seed.cli().at("2026-11-20T09:00:00Z");
        seed.apply(EPHEMERAL, """
                jobs:
                  inline: {when: "@hourly", run: echo}
                """);
        seed.ran(EPHEMERAL, "inline", "2026-11-24T11:00:00Z", Duration.ofSeconds(2), new Outcome.Signalled(9));
        seed.cli().at(Cli.NOW);
        return seed.lastActive(EPHEMERAL, "2026-11-24T11:00:02Z");
    }
}
