/// What can be asked of Supertask, one class per verb. Every door (command line, socket, later HTTP) calls
/// these and holds no logic of its own.
///
/// Imports `scheduler`, `store` and below; knows no JSON, no terminal.
@NullMarked
package dev.supertask.operations;

import org.jspecify.annotations.NullMarked;
