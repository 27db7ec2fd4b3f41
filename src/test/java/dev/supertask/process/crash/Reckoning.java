package dev.supertask.process.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.supertask.wire.RunJson;

/// Compares the records of a [Load] with what its jobs wrote down.
final class Reckoning {
    private final Site site;
    private final boolean mayBeLost;
    private final List<String> mistakes = new ArrayList<>();
    // Of each run, the occurrence and the attempts that it told itself.
    private final Map<String, List<String>> witnessed = new HashMap<>();
    private int launched;
    private int lost;

    private Reckoning(Site site, boolean mayBeLost) {
        this.site = site;
        this.mayBeLost = mayBeLost;
    }

    /// Sees that each slot of each job, from the first to the last, has one record, and that each record is true.
    ///
    /// @param mayBeLost whether runs may be `lost`, since a keeper died
    static Reckoning of(Site site, boolean mayBeLost) throws IOException {
        Reckoning reckoning = new Reckoning(site, mayBeLost);
        reckoning.reckon();
        assertEquals(List.of(), reckoning.mistakes);
        return reckoning;
    }

    /// How many runs were launched.
    int launched() {
        return launched;
    }

    /// How many of them were lost.
    int lost() {
        return lost;
    }

    private void reckon() throws IOException {
        for (String line : Files.readAllLines(site.work().resolve("witness"))) {
            String[] words = line.split(" ", -1);
            witnessed.computeIfAbsent(words[1], _ -> new ArrayList<>()).add(words[2] + " " + words[3]);
        }
        Map<String, List<RunJson>> byJob = new HashMap<>();
        site.runs(Load.NAMESPACE).forEach(run -> byJob.computeIfAbsent(run.job(), _ -> new ArrayList<>()).add(run));
        assertEquals(Load.JOBS.keySet(), byJob.keySet());
        byJob.forEach((job, runs) -> noHole(runs, Objects.requireNonNull(Load.JOBS.get(job))));
        byJob.values().forEach(runs -> runs.forEach(this::isTrue));
        Set<String> unrecorded = new HashSet<>(witnessed.keySet());
        byJob.values().forEach(runs -> runs.forEach(run -> unrecorded.remove(run.id())));
        unrecorded.forEach(id -> mistakes.add("ran without a record: " + id + " " + witnessed.get(id)));
    }

    private void noHole(List<RunJson> runs, Duration every) {
        List<OffsetDateTime> slots = runs.stream().map(RunJson::scheduledAt).sorted().toList();
        OffsetDateTime expected = slots.getFirst();
        for (OffsetDateTime slot : slots) {
            if (!slot.isEqual(expected)) {
                mistakes.add(runs.getFirst().job() + ": slot " + slot + " where " + expected + " was due");
            }
            expected = slot.plus(every);
        }
    }

    private void isTrue(RunJson run) {
        List<String> told = witnessed.getOrDefault(run.id(), List.of());
        switch (run.state()) {
            case "skipped", "missed" -> check(run, told.isEmpty(), "ran: " + told);
            case "succeeded", "failed" -> ended(run, told);
            case "lost" -> lost(run, told);
            default -> mistakes.add("not over: " + run);
        }
    }

    private void lost(RunJson run, List<String> told) {
        lost++;
        check(run, mayBeLost, "lost");
        check(run, told.size() <= 1, "ran more than once: " + told);
        String reason = String.valueOf(run.reason());
        check(run, reason.contains("its keeper (process ") || reason.startsWith("the machine was restarted"),
                "no reason");
        check(run, !run.job().equals("again"), "not run again");
    }

    private void ended(RunJson run, List<String> told) {
        launched++;
        boolean again = run.job().equals("again");
        if (again && mayBeLost) {
            check(run, told.stream().anyMatch(line -> line.startsWith(run.attempt() + " ")), "not run: " + told);
        } else {
            check(run, run.attempt() == 1 && told.size() == 1, "ran more or less than once: " + told);
        }
        int code = Load.exitCode(Objects.requireNonNull(run.scheduledAt()));
        check(run, Integer.valueOf(code).equals(run.exitCode()), "exit code, should be " + code);
        check(run, run.state().equals(code == 0 ? "succeeded" : "failed"), "state");
        for (String line : told) {
            String[] words = line.split(" ", -1);
            check(run, OffsetDateTime.parse(words[1]).isEqual(run.scheduledAt()), "another slot: " + line);
            int attempt = Integer.parseInt(words[0]);
            if (attempt == run.attempt() || !mayBeLost) {
                String log = site.log(run, attempt);
                check(run, log.equals(Load.log(run.job(), words[1], attempt)), "log of " + attempt + ": " + log);
            }
        }
    }

    private void check(RunJson run, boolean right, String mistake) {
        if (!right) {
            mistakes.add(mistake + " · " + run);
        }
    }
}
