/// What every request has in common: the environment that it is carried out in, and the ways in which it tells what came
/// of it. Knows no request.
@NullMarked
package dev.supertask.request.errand;

import org.jspecify.annotations.NullMarked;
