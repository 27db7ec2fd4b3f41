package dev.supertask.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import dev.supertask.keeper.Account;
import dev.supertask.keeper.Native;
import dev.supertask.timetable.CrontabHost;

/// The users of this machine, as a crontab means them.
///
/// @param world who runs Supertask
record Accounts(World world) implements CrontabHost {
    /// Where the users begin that are people, on every Linux distribution of today.
    private static final int FIRST_PERSON = 1000;

    @Override
    public CrontabHost.User self() {
        return found(world.user()).orElseGet(() -> {
            String home = world.variable("HOME");
            return new CrontabHost.User(world.user(), world.resolve(home.isEmpty() ? "/" : home));
        });
    }

    @Override
    public Optional<CrontabHost.User> account(String name) {
        return name.equals(world.user()) ? Optional.of(self()) : found(name);
    }

    // A number would do for the C library, but not for cron.
    private static Optional<CrontabHost.User> found(String name) {
        return Native.missing().isPresent()
                ? Optional.empty()
                : Account.of(name).filter(account -> account.name().equals(name))
                        .map(account -> new CrontabHost.User(account.name(), Path.of("/").resolve(account.home())));
    }

    @Override
    public boolean isPerson(String word) {
        return Native.missing().isEmpty() && Account.of(word).filter(account -> account.name().equals(word))
                .filter(account -> account.uid() == 0 || account.uid() >= FIRST_PERSON).isPresent();
    }

    @Override
    public boolean isProgram(String word) {
        return word.indexOf('/') < 0 && word.indexOf('\0') < 0
                && (Files.isExecutable(Path.of("/usr/bin", word)) || Files.isExecutable(Path.of("/bin", word)));
    }
}
