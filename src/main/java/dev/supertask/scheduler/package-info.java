/// Due → claim → launch → finish → next: [Scheduler#tick] is the whole body of the loop, [SchedulerLoop]
/// only calls it and sleeps; catch-up, overlap, timeouts, and what is left of a dead scheduler.
///
/// Imports `launch`, `store` and below. Knows no terminal, no socket, no signals.
@NullMarked
package dev.supertask.scheduler;

import org.jspecify.annotations.NullMarked;
