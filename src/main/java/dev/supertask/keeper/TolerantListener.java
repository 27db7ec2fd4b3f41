package dev.supertask.keeper;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;

/// Tells of a listener's faults instead of failing with them: a run must be watched to its end, whatever
/// its listener does.
record TolerantListener(Listener listener) implements Listener {
    private static final Logger LOG = System.getLogger(TolerantListener.class.getName());

    @Override
    public void started(int pid) {
        try {
            listener.started(pid);
        } catch (RuntimeException e) {
            tell(e);
        }
    }

    @Override
    public boolean wrote(int stream, ByteBuffer bytes) {
        try {
            return listener.wrote(stream, bytes);
        } catch (RuntimeException e) {
            tell(e);
            return true;
        }
    }

    @Override
    public void ended(Exit exit) {
        try {
            listener.ended(exit);
        } catch (RuntimeException e) {
            tell(e);
        }
    }

    @Override
    public void failed(Failure failure) {
        try {
            listener.failed(failure);
        } catch (RuntimeException e) {
            tell(e);
        }
    }

    private static void tell(RuntimeException fault) {
        LOG.log(Level.ERROR, "a fault while telling what becomes of a run", fault);
    }
}
