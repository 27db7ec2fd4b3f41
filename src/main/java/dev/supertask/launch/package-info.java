/// Payload × place → something started that can be watched and stopped: [Command] says what a step
/// comes down to, a [Launcher] starts it, writes its log, and tells how it ended.
///
/// Imports `run`, `job`, `keeper` and below; the only user of processes besides `keeper`.
@NullMarked
package dev.supertask.launch;

import org.jspecify.annotations.NullMarked;
