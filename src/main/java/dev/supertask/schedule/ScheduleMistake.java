package dev.supertask.schedule;

import org.jspecify.annotations.Nullable;

/// One thing that is wrong, or only worth a word, in a schedule's text.
///
/// @param offset where it starts, in UTF-16 units from the text's first character
/// @param length how many UTF-16 units are meant, at least 1 (0 only for an empty text)
/// @param message what is wrong, lower case, values in double quotes
/// @param remedy what to write instead, or null where the message says it all
/// @param warning which kind of warning it is, or null for a mistake
public record ScheduleMistake(int offset, int length, String message, @Nullable String remedy,
        @Nullable ScheduleWarning warning) {}
