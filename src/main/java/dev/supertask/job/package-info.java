/// The static nouns: [Namespace], [Job], [Step], [Payload], [Place] and the policies. Values only, valid
/// once constructed; no I/O, no clock.
///
/// Imports `schedule` and `problem`.
@NullMarked
package dev.supertask.job;

import org.jspecify.annotations.NullMarked;
