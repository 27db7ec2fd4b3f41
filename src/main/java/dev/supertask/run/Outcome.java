package dev.supertask.run;

import org.jspecify.annotations.Nullable;

/// How a run ended. Decides its state, exit code and reason.
public sealed interface Outcome {

    /// The state of a run that ended so.
    RunState state();

    /// The exit code: the program's own, 128+n after signal n, null where nothing was launched.
    @Nullable
    Integer exitCode();

    /// What a person should know, or null where there is nothing to say.
    @Nullable
    String reason();

    /// The program ended by itself with a status.
    record Exited(int status) implements Outcome {
        @Override
        public RunState state() {
            return status == 0 ? RunState.SUCCEEDED : RunState.FAILED;
        }

        @Override
        public Integer exitCode() {
            return status;
        }

        @Override
        public @Nullable String reason() {
            return status == 0 ? null : "exit code " + status;
        }
    }

    /// The program ended by itself, and said why it failed.
    record Explained(int status, String why) implements Outcome {
        @Override
        public RunState state() {
            return RunState.FAILED;
        }

        @Override
        public Integer exitCode() {
            return status;
        }

        @Override
        public String reason() {
            return why;
        }
    }

    /// A signal that Supertask did not send ended the program.
    record Signalled(int signal) implements Outcome {
        @Override
        public RunState state() {
            return RunState.FAILED;
        }

        @Override
        public Integer exitCode() {
            return 128 + signal;
        }

        @Override
        public String reason() {
            return "ended by signal " + Signals.name(signal);
        }
    }

    /// Nothing could be launched; the exit code is a shell's for the same trouble (127 not found, 126
    /// not executable).
    record NotStarted(int status, String why) implements Outcome {
        @Override
        public RunState state() {
            return RunState.FAILED;
        }

        @Override
        public Integer exitCode() {
            return status;
        }

        @Override
        public String reason() {
            return why;
        }
    }

    /// Supertask decided to end it and it ended; `how` is what it then ended with.
    record Ended(Ending ending, Outcome how) implements Outcome {
        @Override
        public RunState state() {
            return ending.state();
        }

        @Override
        public @Nullable Integer exitCode() {
            return how.exitCode();
        }

        @Override
        public String reason() {
            return ending.why();
        }
    }

    /// Nobody can know how it ended, and why nobody can.
    record Lost(String why) implements Outcome {
        @Override
        public RunState state() {
            return RunState.LOST;
        }

        @Override
        public @Nullable Integer exitCode() {
            return null;
        }

        @Override
        public String reason() {
            return why;
        }
    }

    /// Supertask's decision to end a run.
    ///
    /// @param state [RunState#TIMED_OUT] or [RunState#STOPPED]
    /// @param why what a person should know
    record Ending(RunState state, String why) {
        /// Checks the state.
        public Ending {
            if (state != RunState.TIMED_OUT && state != RunState.STOPPED) {
                throw new IllegalArgumentException("not a decision to end a run: " + state);
            }
        }
    }
}
