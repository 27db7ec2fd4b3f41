package dev.supertask.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import dev.supertask.job.Job;
import dev.supertask.run.Run;
import dev.supertask.run.RunId;
import dev.supertask.run.Trigger;

/// Writes claims: run records together with how far their jobs are planned.
final class ClaimWriting {
    private ClaimWriting() {}

    /// Returns the runs that were not recorded, because their occurrences have records already.
    static Set<RunId> write(Connection connection, List<Claim> claims, ProcessIdentity runner) throws SQLException {
        Set<RunId> taken = new HashSet<>();
        try (PreparedStatement plan = connection
                .prepareStatement("update job set planned_through = ?, next_at = ?, boot_id = ? where id = ?")) {
            for (Claim claim : claims) {
                taken.addAll(RunTable.insert(connection, claim, runner));
                Row.bind(plan, claim.plannedThrough(), claim.nextAt(), claim.bootId(), claim.jobId());
                plan.addBatch();
            }
            plan.executeBatch();
        }
        return taken;
    }

    /// One transaction, so that no scheduler ever finds the job without its run and launches it again.
    static Run beginInline(Connection connection, String namespace, Job job, Function<Instant, Run> run,
            ProcessIdentity runner,
            Instant now) throws SQLException {
        Optional<Run> before = RunTable.find(connection, run.apply(now).id());
        if (before.isPresent()) {
            return before.get(); // asked again, because the first answer got lost
        }
        JobWriting.apply(connection, namespace, List.of(job), JobSource.INLINE, now);
        JobRow row = JobTable.named(connection, job.name()).orElseThrow().row();
        // Two invocations in the same millisecond are two occurrences all the same.
        Instant slot = RunTable.freeSlot(connection, row.id(), now);
        Run claimed = run.apply(slot).ofVersion(row.version());
        write(connection, List.of(new Claim(row.id(), List.of(claimed), slot, null, row.plan().bootId())), runner);
        return claimed;
    }

    /// Undoes claims: their records go, and their jobs' plans go back before the earliest of them. What a schedule
    /// demanded that is in force no more is nobody's to claim again.
    static int giveBack(Connection connection, List<Run> runs) throws SQLException {
        int given = 0;
        try (PreparedStatement delete = connection
                .prepareStatement("delete from run where id = ? and state = 'queued' and attempt = 0");
                PreparedStatement plan = connection.prepareStatement("""
                        update job set planned_through = ?, next_at = ? where name = ? and planned_through >= ?
                            and anchor <= ?
                        """);
                PreparedStatement boot = connection.prepareStatement("update job set boot_id = '' where name = ?")) {
            for (Run run : runs) {
                Row.bind(delete, run.id().text());
                given += delete.executeUpdate();
                Instant slot = run.scheduledAt();
                if (run.trigger() == Trigger.START_UP) {
                    Row.bind(boot, run.job());
                    boot.executeUpdate();
                } else if (slot != null) {
                    Row.bind(plan, slot.minus(1, ChronoUnit.MICROS), slot, run.job(), slot, slot);
                    plan.executeUpdate();
                }
            }
        }
        return given;
    }

    /// Makes a process answer for runs that another one answered for.
    static int takeOver(Connection connection, List<Run> runs, ProcessIdentity runner) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update run set runner_pid = ?, runner_start = ?, runner_boot = ? where id = ?")) {
            for (Run run : runs) {
                Row.bind(update, runner.pid(), runner.startTime(), runner.bootId(), run.id().text());
                update.addBatch();
            }
            return runs.isEmpty() ? 0 : update.executeBatch().length;
        }
    }
}
