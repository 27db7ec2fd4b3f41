/// What the built program makes of the death of its processes: schedulers, keepers and whole machines die by
/// SIGKILL, and what was recorded is compared with what the jobs themselves wrote down.
@NullMarked
package dev.supertask.process.crash;

import org.jspecify.annotations.NullMarked;
