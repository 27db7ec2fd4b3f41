/// The dynamic nouns: [Run], its [RunState], [Trigger] and [Outcome], and the rules by which a run
/// changes. Values only; no I/O, no clock.
///
/// Imports `job` and below.
@NullMarked
package dev.supertask.run;

import org.jspecify.annotations.NullMarked;
