package dev.supertask.timetable;

import java.nio.file.Path;
import java.util.Optional;

/// What a crontab takes from the machine that it is read on, handed in so that reading stays pure.
public interface CrontabHost {

    /// A user.
    ///
    /// @param name the login name
    /// @param home the absolute home folder
    record User(String name, Path home) {}

    /// Whose crontab it is where it names no user: who runs Supertask.
    User self();

    /// The user of a login name.
    Optional<User> account(String name);

    /// Whether a word is the login name of somebody who could own a crontab's command, and not of a service: those are
    /// often called like programs, such as mail, news, man or backup.
    default boolean isPerson(String word) {
        return account(word).isPresent();
    }

    /// Whether a word is the name of a program on cron's own `PATH`, `/usr/bin:/bin`.
    boolean isProgram(String word);
}
