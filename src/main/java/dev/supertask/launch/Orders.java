package dev.supertask.launch;

import java.time.Duration;
import java.util.List;

import dev.supertask.keeper.Exit;
import dev.supertask.keeper.LogForm;
import dev.supertask.keeper.NativePath;
import dev.supertask.keeper.Order;
import dev.supertask.keeper.Spawn;
import dev.supertask.run.Outcome;
import dev.supertask.run.Usage;

/// What is said to the keeper, and what its answers mean.
final class Orders {

    private Orders() {}

    /// A launch that only its log is told of.
    static Order of(Launch launch) {
        Spawn.Streams streams = launch.form().tagged() ? Spawn.Streams.APART : Spawn.Streams.TOGETHER;
        return order(launch, streams, Spawn.Group.SESSION, launch.form());
    }

    /// A launch that has this process's input and output.
    static Order inForeground(Launch launch, Spawn.Group group) {
        return order(launch, Spawn.Streams.ATTENDED, group, LogForm.PLAIN);
    }

    private static Order order(Launch launch, Spawn.Streams streams, Spawn.Group group, LogForm form) {
        Command command = launch.command();
        List<String> env = command.env().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue())
                .toList();
        Spawn spawn = new Spawn(command.argv(), env, NativePath.text(command.workingDir()), streams, group,
                command.prefix(), command.stdin());
        return new Order(launch.id(), spawn, launch.log().toString(), form, launch.heading());
    }

    static Outcome outcome(Exit exit) {
        return exit.signal() == 0 ? new Outcome.Exited(exit.status()) : new Outcome.Signalled(exit.signal());
    }

    static Usage usage(Exit exit) {
        return new Usage(Duration.ofNanos(exit.cpuMicros() * 1000), exit.maxRssKib());
    }
}
