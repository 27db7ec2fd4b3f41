/// Everything that lasts: a folder for each namespace with its database, its lock and the logs of its
/// runs; jobs, versions and runs as rows; migrations. Concrete classes and real SQL.
///
/// The only importer of JDBC and H2. Imports `run`, `timetable`, `job` and below. Its two small JSON
/// files are written through [Documents], because JSON belongs to `wire`.
@NullMarked
package dev.supertask.store;

import org.jspecify.annotations.NullMarked;
