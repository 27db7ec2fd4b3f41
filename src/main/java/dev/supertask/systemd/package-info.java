/// At home under systemd: what a service tells its manager (sd_notify(3)), and the units that run it.
///
/// Imports `keeper`.
@NullMarked
package dev.supertask.systemd;

import org.jspecify.annotations.NullMarked;
