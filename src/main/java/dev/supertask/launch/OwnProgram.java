package dev.supertask.launch;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.supertask.job.Payload;
import dev.supertask.job.Step;
import dev.supertask.keeper.NativePath;
import dev.supertask.timetable.RequestText;
import org.jspecify.annotations.Nullable;

/// The program that carries out SQL and HTTP requests: a JVM of its own with our classes, so that such a run is a process
/// like any other. What it is to do it reads from its stdin, where `ps` shows nothing of it.
final class OwnProgram {
    // By its name: the class is of a higher level.
    private static final String MAIN = "dev.supertask.request.RequestMain";
    // As the launcher has them, for its archive of classes fits no others.
    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData", "--enable-native-access=ALL-UNNAMED");
    private static final String ARCHIVE = "-XX:AOTCache=";
    // Without it the JVM could not name every file; OwnEnvironment puts back what was there.
    private static final String LOCALE = "LC_ALL";

    private OwnProgram() {}

    static List<String> words() {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(FLAGS);
        archive().ifPresent(archive -> words.addAll(List.of(archive, "-Xlog:aot*=off,cds*=off")));
        words.addAll(List.of("-cp", classPath(), MAIN));
        return words;
    }

    /// What a step reads from its stdin: what the program is to do, for those that it carries out.
    static @Nullable String stdin(Step step) {
        return switch (step.payload()) {
            case Payload.Sql sql -> RequestText.write(sql.work());
            case Payload.Http http -> RequestText.write(http.request());
            case Payload.Shell _,Payload.Argv _,Payload.Script _,Payload.Call _,Payload.Code _ -> step.stdin();
        };
    }

    /// What it needs in its environment.
    static Map<String, String> variables(Payload payload, Map<String, String> env) {
        if (!(payload instanceof Payload.Sql || payload instanceof Payload.Http)) {
            return Map.of();
        }
        String before = env.get(LOCALE);
        return Map.of(LOCALE, "C.UTF-8", OwnEnvironment.LOCALE_BEFORE, before == null ? "" : "=" + before);
    }

    // It starts in another folder than this process.
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty()).map(entry -> NativePath.text(Path.of(entry).toAbsolutePath()))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Optional<String> archive() {
        return ProcessHandle.current().info().arguments().stream().flatMap(Arrays::stream)
                .filter(word -> word.startsWith(ARCHIVE)).findFirst();
    }
}
