package dev.supertask.run;

import java.util.Arrays;
import java.util.List;

/// Where a run is in its life: `queued → running → succeeded | failed | timed-out | stopped | lost`, and
/// `skipped`, `missed` for occurrences that never launched.
public enum RunState {
    /// Claimed, not yet launched.
    QUEUED("queued", false),
    /// Launched, not yet ended.
    RUNNING("running", false),
    /// Ended as it should.
    SUCCEEDED("succeeded", true),
    /// Ended, but not as it should, or could not be launched.
    FAILED("failed", true),
    /// Ended by Supertask because it took too long.
    TIMED_OUT("timed-out", true),
    /// Ended by Supertask because somebody wanted it to end.
    STOPPED("stopped", true),
    /// Nobody can know how it ended.
    LOST("lost", true),
    /// Not launched, by a policy.
    SKIPPED("skipped", true),
    /// Not launched, because nobody was there at its time.
    MISSED("missed", true);

    private final String word;
    private final boolean ended;

    RunState(String word, boolean ended) {
        this.word = word;
        this.ended = ended;
    }

    /// The word for it in tables, JSON and the database.
    public String word() {
        return word;
    }

    /// Whether a run in this state never changes again.
    public boolean ended() {
        return ended;
    }

    /// Whether an end in this state makes a timetable's `run` exit with 1.
    public boolean unsuccessful() {
        return ended && this != SUCCEEDED && this != SKIPPED;
    }

    /// Every word, for messages.
    public static List<String> words() {
        return Arrays.stream(values()).map(RunState::word).toList();
    }

    /// The state that a word stands for.
    ///
    /// @throws IllegalArgumentException for any other word
    public static RunState of(String word) {
        return Arrays.stream(values()).filter(s -> s.word.equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no run state: " + word));
    }
}
