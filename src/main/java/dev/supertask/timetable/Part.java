package dev.supertask.timetable;

import java.util.List;

import dev.supertask.problem.Position;
import org.jspecify.annotations.Nullable;

/// One of the texts that make up a timetable, while it is read.
///
/// @param text the text
/// @param reading what was found wrong in it so far
/// @param around what it is resolved against; the folder is its own
/// @param inherited what holds for its jobs where it says nothing
/// @param ownFolder whether its jobs work in its folder, because no text around it names another
/// @param variables what `${NAME}` is taken from
/// @param whole the timetable
/// @param includer where another text includes it; null for the one that was named
record Part(Source text, Reading reading, Surroundings around, Defaults inherited, boolean ownFolder,
        Variables variables, Composition whole, @Nullable Includer includer) {

    /// Where a text is included.
    record Includer(Part part, Position at) {}

    /// A text without any other.
    static Part alone(Reading reading, Surroundings around) {
        Source text = new Source("", "", around.folder(), reading.source().text());
        return new Composition(around, Sources.NONE, List.of()).top(text, reading);
    }

    /// The text that was named, which includes this one if it is another.
    Part top() {
        return includer == null ? this : includer.part().top();
    }

    /// A text that this one includes.
    ///
    /// @param at where
    /// @param own what holds for this text's jobs
    /// @param theirFolder whether the jobs of the other text work in its folder
    Part included(Source other, Position at, Defaults own, boolean theirFolder) {
        Surroundings there = new Surroundings(other.folder(), around.zone(), around.environment(),
                around.now());
        return new Part(other, whole.reading(other), there, theirFolder ? own.in(other.folder()) : own, theirFolder,
                variables.within(() -> whole.beside(other)), whole, new Includer(this, at));
    }
}
