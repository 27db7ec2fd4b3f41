package dev.supertask.wire;

import dev.supertask.run.Outcome;
import dev.supertask.run.RunState;

import org.jspecify.annotations.Nullable;

/// How a run ended, between processes.
///
/// @param kind `exited`, `explained`, `signalled`, `not-started`, `stopped` or `lost`
/// @param number the exit status or the signal
/// @param why a reason, where the kind has one
public record OutcomeJson(String kind, int number, @Nullable String why) {

    /// The outcome of an inline command. Nobody but its user can end it, so a decision of ours is always
    /// `stopped`.
    public static OutcomeJson of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Exited(int status) -> new OutcomeJson("exited", status, null);
            case Outcome.Explained(int status, String why) -> new OutcomeJson("explained", status, why);
            case Outcome.Signalled(int signal) -> new OutcomeJson("signalled", signal, null);
            case Outcome.NotStarted(int status, String why) -> new OutcomeJson("not-started", status, why);
            case Outcome.Ended(Outcome.Ending ending, Outcome how) -> {
                Integer code = how.exitCode();
                yield new OutcomeJson("stopped", code == null ? 0 : code, ending.why());
            }
            case Outcome.Lost(String why) -> new OutcomeJson("lost", 0, why);
        };
    }

    /// The outcome that this stands for.
    ///
    /// @throws IllegalArgumentException for an unknown kind
    public Outcome outcome() {
        String reason = why == null ? "" : why;
        return switch (kind) {
            case "exited" -> new Outcome.Exited(number);
            case "explained" -> new Outcome.Explained(number, reason);
            case "signalled" -> new Outcome.Signalled(number);
            case "not-started" -> new Outcome.NotStarted(number, reason);
            case "stopped" ->
                new Outcome.Ended(new Outcome.Ending(RunState.STOPPED, reason), new Outcome.Exited(number));
            case "lost" -> new Outcome.Lost(reason);
            default -> throw new IllegalArgumentException("no outcome: " + kind);
        };
    }
}
