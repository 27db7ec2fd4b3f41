package dev.supertask.cli;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import dev.supertask.keeper.TerminalDevice;
import dev.supertask.problem.ExitCode;
import dev.supertask.scheduler.Nap;
import org.jspecify.annotations.Nullable;

/// A picture that is drawn again and again, until somebody types `q` or Ctrl-C. It is drawn beside the thread that waits
/// for that, so that a scheduler that does not answer holds nobody up.
final class LiveView {
    private final SupertaskCommand program;
    private final Supplier<List<String>> picture;
    private final Duration interval;
    private final Nap untilEnd = new Nap();
    private final Nap untilNext = new Nap();
    private volatile @Nullable ExitCode end;
    private volatile @Nullable RuntimeException failure;

    /// @param picture the lines as they are now
    LiveView(SupertaskCommand program, Supplier<List<String>> picture, Duration interval) {
        this.program = program;
        this.picture = picture;
        this.interval = interval;
    }

    /// Shows it until it is to end.
    ExitCode show() {
        boolean keys = program.world().terminals().in();
        Runnable putBack = keys ? TerminalDevice.takeKeys(0) : () -> {};
        Runnable noResize = new SignalHandling().handle("WINCH", _ -> untilNext.wake());
        try (Interrupts _ = Interrupts.catching(kind -> end(kind == Interrupts.Kind.INT
                ? ExitCode.GOOD
                : kind.exitCode()));
                LiveScreen screen = new LiveScreen(program.out())) {
            Thread.ofPlatform().daemon().name("picture").start(() -> draw(screen, keys));
            return await();
        } finally {
            noResize.run();
            putBack.run();
        }
    }

    private ExitCode await() {
        ExitCode wanted = end;
        while (wanted == null) {
            untilEnd.take(Duration.ofDays(1));
            wanted = end;
        }
        RuntimeException thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
        return wanted;
    }

    private void end(ExitCode how) {
        end = how;
        untilEnd.wake();
    }

    private void draw(LiveScreen screen, boolean keys) {
        try {
            screen.show(picture.get());
            if (keys) {
                Thread.ofPlatform().daemon().name("keys").start(() -> read(program.world().in()));
            }
            while (end == null) {
                untilNext.take(interval);
                screen.show(picture.get());
            }
        } catch (RuntimeException e) {
            failure = e;
            end(ExitCode.FAILED);
        }
    }

    private void read(InputStream in) {
        try {
            for (int key = in.read(); key >= 0; key = in.read()) {
                if (key == 'q' || key == 'Q') {
                    end(ExitCode.GOOD);
                }
            }
        } catch (IOException e) {
            // A terminal that is gone hangs up, which ends this.
            System.getLogger(LiveView.class.getName()).log(System.Logger.Level.DEBUG, "no more keys", e);
        }
    }
}
