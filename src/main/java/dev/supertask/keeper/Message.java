package dev.supertask.keeper;

import java.nio.ByteBuffer;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/// What a scheduler and its keeper say to each other: `int length · byte kind · what the kind has`, nearly
/// always [Fields]. The two may be of different versions: each says its own at first, both then keep to
/// the smaller one, and a kind that one does not know it passes over.
sealed interface Message {
    /// This version of the protocol. A keeper of version 1 knows only the first step of an attempt.
    int PROTOCOL = 2;
    /// What comes before what a kind has.
    int HEAD = 5;
    /// No message is longer.
    int MOST_BYTES = 16 * 1024 * 1024;

    /// Says which protocol it speaks; the first message of either.
    ///
    /// @param keeper who it is; null when a scheduler says it
    record Hello(int protocol, @Nullable Incarnation keeper) implements Message {}

    /// Start this, unless it was before.
    record Launch(Order order) implements Message {}

    /// A launch that says more than this version understands, and that must not be left out.
    record Beyond(AttemptId attempt) implements Message {}

    /// End this run.
    record Stop(String run, Duration killAfter) implements Message {}

    /// What became of this attempt was dealt with: forget it.
    record Settled(AttemptId attempt) implements Message {}

    /// Tell also what runs write, from now on, or no longer.
    record Listen(boolean on) implements Message {}

    /// I am leaving.
    record Bye() implements Message {}

    /// News: journal records, as they are in the file.
    record Records(ByteBuffer bytes) implements Message {}

    /// What a run wrote.
    record Wrote(AttemptId attempt, int stream, ByteBuffer bytes) implements Message {}

    /// All that was in the journal when you came was told.
    record Replayed() implements Message {}

    /// This was not started, and could not even be written down.
    record Refused(AttemptId attempt, Failure failure) implements Message {}

    /// Something that another version says.
    record Foreign(int kind) implements Message {}
}
