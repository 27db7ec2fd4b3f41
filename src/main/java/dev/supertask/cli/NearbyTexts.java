package dev.supertask.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

import dev.supertask.keeper.NativePath;
import dev.supertask.problem.ExitCode;
import dev.supertask.problem.Problem;
import dev.supertask.problem.Refusal;
import dev.supertask.timetable.Source;
import dev.supertask.timetable.Sources;
import org.jspecify.annotations.Nullable;

/// The texts that a text of this machine means: relative names are meant from its folder.
record NearbyTexts(World world, LocalTexts files) implements Sources {
    private static final Pattern WILD = Pattern.compile("[*?\\[{]");

    @Override
    public Source find(Source from, String name) {
        return files.file(path(from, name), shown(from, name));
    }

    @Override
    public Optional<Source> ifThere(Source from, String name) {
        Path file = path(from, name);
        return Files.notExists(file) || Files.isDirectory(file)
                ? Optional.empty()
                : Optional.of(files.file(file, shown(from, name)));
    }

    @Override
    public List<Source> matching(Source from, String pattern) {
        Path path = path(from, pattern);
        Path last = path.getFileName();
        Path folder = path.getParent();
        if (last == null || folder == null || !WILD.matcher(pattern).find() || Files.exists(path)) {
            return List.of(files.file(path, shown(from, pattern)));
        }
        if (WILD.matcher(pattern.substring(0, pattern.lastIndexOf('/') + 1)).find()) {
            throw Refusal.mistake("\"" + pattern + "\" is a pattern for folders",
                    "only the name behind the last \"/\" can be one; name the folders");
        }
        String above = pattern.substring(0, pattern.lastIndexOf('/') + 1);
        return read(from, above, fitting(folder, above.isEmpty() ? "." : above, last.toString()));
    }

    private static List<Path> fitting(Path folder, String name, String pattern) {
        PathMatcher matcher = matcher(pattern);
        boolean hidden = pattern.startsWith(".");
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> matcher.matches(file.getFileName()))
                    .filter(file -> hidden || !file.getFileName().toString().startsWith("."))
                    .filter(file -> !Files.isDirectory(file)).sorted().toList();
        } catch (AccessDeniedException e) {
            throw Refusal.mistake("the folder \"" + name + "\" cannot be read: permission denied", null);
        } catch (IOException e) {
            throw Refusal.mistake("there is no folder \"" + name + "\"", "make it, or remove the pattern");
        }
    }

    /// Every one that cannot be read is told.
    private List<Source> read(Source from, String above, List<Path> found) {
        List<Source> texts = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path file : found) {
            try {
                Source text = files.file(file, shown(from, above + file.getFileName()));
                if (!text.id().equals(from.id())) {
                    texts.add(text);
                }
            } catch (Refusal refusal) {
                problems.addAll(refusal.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal(ExitCode.MISTAKE, problems);
        }
        return texts;
    }

    private static PathMatcher matcher(String pattern) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        } catch (PatternSyntaxException e) {
            throw Refusal.mistake("\"" + pattern + "\" is no pattern",
                    "write a name with \"*\" and \"?\", such as *.yaml");
        }
    }

    private static Path path(Source from, String name) {
        if (name.equals("~") || name.startsWith("~/")) {
            throw Refusal.mistake("\"~\" means a home folder only to a shell", "write the absolute path");
        }
        try {
            if (!name.isBlank()) {
                return from.folder().resolve(name).normalize();
            }
        } catch (InvalidPathException e) {
            // Told below, like a blank one.
        }
        throw Refusal.mistake("\"" + name + "\" is no path", null);
    }

    /// What the user would type for it.
    private String shown(Source from, String name) {
        Path path = path(from, name);
        Path typed = world.resolve(from.name()).getParent();
        if (NativePath.of(name).isAbsolute() || from.name().equals("<stdin>")) {
            return NativePath.of(name).normalize().toString();
        }
        // Behind a link, a path beside the link would lead nowhere.
        return isSame(typed, from.folder())
                ? Optional.ofNullable(NativePath.of(from.name()).getParent()).map(parent -> parent.resolve(name))
                        .orElse(NativePath.of(name)).normalize().toString()
                : path.toString();
    }

    private static boolean isSame(@Nullable Path typed, Path folder) {
        try {
            return typed != null && Files.isSameFile(typed, folder);
        } catch (IOException e) {
            return false;
        }
    }
}
