package dev.supertask.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.supertask.problem.Problem;
import dev.supertask.problem.Refusal;
import dev.supertask.problem.Warning;
import dev.supertask.store.TextCopies;
import dev.supertask.timetable.Source;
import dev.supertask.timetable.TimetableText;
import org.jspecify.annotations.Nullable;

/// Texts of the network, or their last good copies where it is gone. What was fetched becomes a copy when it has
/// turned out to be good.
final class DistantTexts {
    private static final Fetch FETCH = new Fetch(Duration.ofSeconds(10), Duration.ofSeconds(30),
            TimetableText.MAX_BYTES);

    private final World world;
    private final @Nullable TextCopies copies;
    private final Map<String, TextCopies.Copy> fetched = new LinkedHashMap<>();
    private final List<Problem> warnings = new ArrayList<>();

    /// @param copies null where none are kept and used
    DistantTexts(World world, @Nullable TextCopies copies) {
        this.world = world;
        this.copies = copies;
    }

    /// The text at an address.
    ///
    /// @throws Refusal if there is none, or the network is gone and there is no copy
    Source at(Address address) {
        String name = address.text();
        Fetch.Answer answer = FETCH.get(address);
        String text = answer.text();
        if (text == null) {
            text = copy(name, answer.failure());
        } else {
            fetched.put(name, new TextCopies.Copy(text, now()));
        }
        return new Source(name, name, world.workingDir(), address.uri(), text);
    }

    private String copy(String name, String failure) {
        Optional<TextCopies.Copy> copy = copies == null ? Optional.empty() : copies.find(name);
        if (copy.isEmpty()) {
            throw Refusal.mistake("\"" + name + "\" cannot be fetched: " + failure,
                    copies == null ? null : "there is no copy of it yet; try again when the network is back");
        }
        warnings.add(new Problem(Problem.Severity.WARNING, null, "\"" + name + "\" cannot be fetched: " + failure
                + "; its copy of " + Prose.time(copy.get().fetchedAt(), world.zone()) + " is used, which is "
                + Prose.duration(Duration.between(copy.get().fetchedAt(), now())) + " old",
                null, Warning.STALE_COPY));
        return copy.get().text();
    }

    private Instant now() {
        return Instant.ofEpochMilli(world.clock().millis());
    }

    /// What is to be told of copies that were used.
    List<Problem> warnings() {
        return List.copyOf(warnings);
    }

    /// Keeps copies of what was fetched.
    void keep() {
        if (copies != null) {
            fetched.forEach(copies::keep);
        }
    }
}
