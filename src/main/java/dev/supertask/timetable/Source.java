package dev.supertask.timetable;

import java.net.URI;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/// A text with where it comes from.
///
/// @param name what the user calls it: a file as typed, a URL without its password, or `<stdin>`
/// @param id the same for the same text, however it is called: its absolute path with links resolved, or its URL
///        without user and password
/// @param folder absolute; the relative paths of its jobs are meant from here
/// @param address where it was fetched, with user and password; null where it is no text of the network
/// @param text the whole text
public record Source(String name, String id, Path folder, @Nullable URI address, String text) {

    /// A text of this machine.
    public Source(String name, String id, Path folder, String text) {
        this(name, id, folder, null, text);
    }

    /// Its name only: its address may hold a password.
    @Override
    public String toString() {
        return name;
    }
}
