/// When a job is due: text becomes a [Schedule], a schedule and an instant give the next instant,
/// and a schedule says itself in words. Pure: no clock, no files, no system time zone.
///
/// The only importer of cron-utils. Imports no other package of Supertask; mistakes in a text are
/// told by offset, and whoever knows the text's place turns them into problems.
@NullMarked
package dev.supertask.schedule;

import org.jspecify.annotations.NullMarked;
