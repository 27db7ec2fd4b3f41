/// The door between processes of one machine: a scheduler answers questions about its namespace on a UNIX
/// socket; whoever has a question asks it there, or opens the store as a visitor where nobody holds it.
///
/// Imports `wire`, `operations` and below.
@NullMarked
package dev.supertask.socket;

import org.jspecify.annotations.NullMarked;
