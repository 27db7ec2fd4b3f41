/// The command line: one class per command, rendering, and the wiring of everything else.
///
/// The only importer of picocli, and the only package that knows a terminal or a signal.
@NullMarked
package dev.supertask.cli;

import org.jspecify.annotations.NullMarked;
