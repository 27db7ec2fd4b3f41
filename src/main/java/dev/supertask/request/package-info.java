/// The program that carries out SQL and HTTP requests, in a process of its own. Owns its entry point and what it writes
/// to; nothing else uses it, the processes that `launch` starts by its name begin here.
@NullMarked
package dev.supertask.request;

import org.jspecify.annotations.NullMarked;
