package dev.supertask.wire;

import org.jspecify.annotations.Nullable;

/// What a look at the installation found, as programs see it.
///
/// @param check what was looked at
/// @param result `ok`, `warning` or `problem`
/// @param message what was found
/// @param remedy what to do, or null where there is nothing to do
public record FindingJson(String check, String result, String message, @Nullable String remedy) {}
