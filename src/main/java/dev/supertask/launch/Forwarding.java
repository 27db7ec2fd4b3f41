package dev.supertask.launch;

import java.nio.ByteBuffer;

import dev.supertask.keeper.AttemptId;
import dev.supertask.keeper.Failure;
import dev.supertask.keeper.Incarnation;
import dev.supertask.keeper.KeeperLink;
import dev.supertask.keeper.Trace;

/// Hears for another one, and does something more at the end.
record Forwarding(KeeperLink.Hearer hearer, Runnable end) implements KeeperLink.Hearer {
    @Override
    public void traced(AttemptId attempt, Trace trace, Incarnation keeper) {
        hearer.traced(attempt, trace, keeper);
    }

    @Override
    public void replayed() {
        hearer.replayed();
    }

    @Override
    public void wrote(AttemptId attempt, int stream, ByteBuffer bytes) {
        hearer.wrote(attempt, stream, bytes);
    }

    @Override
    public void refused(AttemptId attempt, Failure failure) {
        hearer.refused(attempt, failure);
    }

    @Override
    public void gone() {
        hearer.gone();
        end.run();
    }
}
