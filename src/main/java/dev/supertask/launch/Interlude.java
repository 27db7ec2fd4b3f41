package dev.supertask.launch;

/// Is called around everything that a program in the foreground writes to the terminal, so that a line
/// of Supertask's own can be taken away before and put back after it. Called on the thread that runs the
/// program.
public interface Interlude {

    /// Nothing to do around the output.
    Interlude NONE = new Interlude() {
        @Override
        public void before() {
            // There is no line to take away.
        }

        @Override
        public void after(boolean lineEnded) {
            // There is no line to put back.
        }
    };

    /// Output is about to be written.
    void before();

    /// Output was written.
    ///
    /// @param lineEnded whether it ended with a line feed: only then is there room for a line
    void after(boolean lineEnded);
}
