package dev.supertask.keeper;

import java.nio.ByteBuffer;

/// Is told what becomes of an [Order]: either [#failed], or [#started], any number of [#wrote], and
/// [#ended]. Called on threads that others depend on, so it must return quickly.
public interface Listener {

    /// It runs.
    void started(int pid);

    /// It wrote something, already in its log.
    ///
    /// @param stream 1, or 2 where stderr has a pipe of its own
    /// @param bytes only good during the call
    /// @return false when nobody wants to hear more of this stream: it is closed, and the program gets
    ///         SIGPIPE as it would from a pipe whose reader has gone
    boolean wrote(int stream, ByteBuffer bytes);

    /// It ended, and its log is complete. The last call.
    void ended(Exit exit);

    /// It could not be started. The only call.
    void failed(Failure failure);
}
