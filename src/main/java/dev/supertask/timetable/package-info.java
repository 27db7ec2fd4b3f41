/// Texts that declare jobs: text becomes a resolved [Timetable], with every mistake found at its
/// place, and a job becomes text again. Two trees: YAML nodes with positions inside, the resolved
/// timetable outside.
///
/// The only importer of SnakeYAML. Imports `problem`, `schedule` and `job`.
@NullMarked
package dev.supertask.timetable;

import org.jspecify.annotations.NullMarked;
