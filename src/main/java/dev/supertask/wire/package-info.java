/// JSON records for every door: what programs see of namespaces, jobs and runs, the questions that one
/// process asks another, and the text form of the store's small files.
///
/// The only importer of Jackson. Imports `operations` and below.
@NullMarked
package dev.supertask.wire;

import org.jspecify.annotations.NullMarked;
