package dev.supertask.run;

import java.util.Arrays;

/// Why a run exists.
public enum Trigger {
    /// Its schedule said so, in time.
    SCHEDULE("schedule"),
    /// Its schedule said so while nobody was looking.
    CATCH_UP("catch-up"),
    /// Somebody asked for it.
    MANUAL("manual"),
    /// Another job's run ended.
    AFTER("after"),
    /// The machine started.
    START_UP("start-up");

    private final String word;

    Trigger(String word) {
        this.word = word;
    }

    /// The word for it in tables, JSON and the database.
    public String word() {
        return word;
    }

    /// The trigger that a word stands for.
    ///
    /// @throws IllegalArgumentException for any other word
    public static Trigger of(String word) {
        return Arrays.stream(values()).filter(t -> t.word.equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no trigger: " + word));
    }
}
