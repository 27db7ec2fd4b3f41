/// Benchmarks: no part of the program, and not among the tests. `mvn -q test -Pbench` builds and runs them.
@NullMarked
package dev.supertask.bench;

import org.jspecify.annotations.NullMarked;
