package dev.supertask.cli;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import dev.supertask.problem.Refusal;
import dev.supertask.timetable.Source;
import dev.supertask.timetable.Sources;

/// All texts that there are: files, standard input, and what can be fetched. A text of the network means others
/// of the network, never files of this machine.
record WorldTexts(World world, LocalTexts files, DistantTexts distant) implements Sources {

    /// The text that is named on the command line: a path, a URL, or `-`.
    ///
    /// @throws Refusal if there is none, or it cannot be read
    Source named(String name) {
        if (name.equals("-")) {
            return files.standardInput();
        }
        return Address.isMeant(name) ? distant.at(Address.of(name)) : files.file(world.resolve(name), name);
    }

    @Override
    public Source find(Source from, String name) {
        Optional<Address> address = address(from, name);
        return address.isPresent() ? distant.at(address.get()) : nearby().find(from, name);
    }

    @Override
    public Optional<Source> ifThere(Source from, String name) {
        Optional<Address> address = address(from, name);
        return address.isPresent() ? Optional.of(distant.at(address.get())) : nearby().ifThere(from, name);
    }

    @Override
    public List<Source> matching(Source from, String pattern) {
        Optional<Address> address = address(from, pattern);
        if (address.isEmpty()) {
            return nearby().matching(from, pattern);
        }
        if (pattern.contains("*")) {
            throw Refusal.mistake("\"" + address.get().text() + "\" is a pattern, and no server tells its files",
                    "name each text");
        }
        return List.of(distant.at(address.get()));
    }

    private NearbyTexts nearby() {
        return new NearbyTexts(world, files);
    }

    private static Optional<Address> address(Source from, String name) {
        URI base = from.address();
        return Address.isMeant(name)
                ? Optional.of(Address.of(name))
                : Optional.ofNullable(base).map(uri -> new Address(uri).resolve(name));
    }
}
