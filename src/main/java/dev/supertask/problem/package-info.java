/// How anything is refused: a [Problem] with its place in a text, [Problems] that collects them, the
/// one exception that a user can fix ([Refusal]), and the [ExitCode]s.
///
/// Imports nothing of the other packages: everything else stands on this one.
@NullMarked
package dev.supertask.problem;

import org.jspecify.annotations.NullMarked;
