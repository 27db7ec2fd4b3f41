package dev.supertask.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

import dev.supertask.scheduler.Scheduler;
import dev.supertask.scheduler.Status;
import dev.supertask.systemd.NotifySocket;

/// Tells the service manager, from the scheduler's loop, that the loop goes on, and what it does. So a loop that is stuck
/// is found out: nothing else tells it.
final class ServicePulse implements Runnable {
    private static final Duration BETWEEN_STATUSES = Duration.ofSeconds(1);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DATE_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm",
            Locale.ROOT);

    private final NotifySocket manager;
    private final List<Scheduler> schedulers;
    private final World world;
    private final LongSupplier nanos;
    private long aliveAt;
    private long statusAt;
    private boolean told;

    /// @param nanos the monotonic clock
    ServicePulse(NotifySocket manager, List<Scheduler> schedulers, World world, LongSupplier nanos) {
        this.manager = manager;
        this.schedulers = List.copyOf(schedulers);
        this.world = world;
        this.nanos = nanos;
    }

    @Override
    public void run() {
        long now = nanos.getAsLong();
        Optional<Duration> pulse = manager.pulse();
        if (pulse.isPresent() && (!told || now - aliveAt >= pulse.get().toNanos())) {
            manager.alive();
            aliveAt = now;
        }
        if (!told || now - statusAt >= BETWEEN_STATUSES.toNanos()) {
            manager.status(status());
            statusAt = now;
        }
        told = true;
    }

    private String status() {
        List<Status> all = schedulers.stream().map(Scheduler::status).toList();
        int jobs = all.stream().mapToInt(Status::jobs).sum();
        int running = all.stream().mapToInt(Status::running).sum();
        String next = all.stream().filter(it -> it.nextAt() != null)
                .min(Comparator.comparing(it -> it.nextAt() == null ? Instant.MAX : it.nextAt()))
                .map(it -> ", next " + it.nextJob() + " " + time(it.nextAt() == null ? Instant.MAX : it.nextAt()))
                .orElse("");
        return jobs + (jobs == 1 ? " job, " : " jobs, ") + running + " running" + next;
    }

    private String time(Instant at) {
        ZonedDateTime local = at.atZone(world.zone());
        boolean today = local.toLocalDate().equals(world.clock().instant().atZone(world.zone()).toLocalDate());
        return (today ? TIME : DATE_AND_TIME).format(local);
    }
}
