/// Processes as the operating system has them: spawn, wait, signal, read their output. And the keeper, the
/// small second process that is the parent of all runs: its journal, the messages to it, its start.
///
/// JDK classes only: imports nothing of the other packages.
@NullMarked
package dev.supertask.keeper;

import org.jspecify.annotations.NullMarked;
