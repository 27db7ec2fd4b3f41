package dev.supertask.scheduler;

import java.nio.ByteBuffer;

import dev.supertask.run.Run;

/// Is told what a scheduler does. Except for [#wrote], called on the loop's thread, after the thing told
/// is on the disk.
public interface Events {

    /// A run was launched.
    void started(Run run);

    /// A run ended, or could not be launched.
    void ended(Run run);

    /// An occurrence will not be launched: skipped or missed, with its reason.
    void never(Run run);

    /// The end of a run's last attempt will never be known, and it will be tried again; its reason says why.
    void again(Run run);

    /// A run wrote something. Called on a launcher's thread; the buffer is only good during the call.
    void wrote(Run run, ByteBuffer output);
}
