package dev.supertask.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.supertask.keeper.NativePath;
import dev.supertask.launch.SystemTool;
import dev.supertask.problem.Refusal;
import dev.supertask.systemd.ServiceUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `supertask install-service`.
@Command(name = "install-service", sortOptions = false, mixinStandardHelpOptions = true, description = {
        "Writes a systemd unit that runs timetables as a service, and has systemd check it.",
        "Without --file it is a template: supertask@ops.service runs /etc/supertask/ops.yaml."}, footer = {"",
                "Examples:", "  supertask install-service",
                "  supertask install-service --file /srv/app/supertask.yaml",
                "  supertask install-service --user", "  supertask install-service --print"})
final class InstallServiceCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable SupertaskCommand root;

    @Option(names = "--user", description = "A unit of your own manager: it runs as you, without root.")
    private boolean user;

    @Option(names = "--file", paramLabel = "FILE", description = "A unit for this timetable alone.")
    private @Nullable String file;

    @Option(names = "--name", paramLabel = "NAME", description = "What the unit of --file is called, supertask-NAME.service; default: by the file.")
    private @Nullable String name;

    @Option(names = "--program", paramLabel = "PATH", description = "The supertask that the unit runs; default: this one.")
    private @Nullable String program;

    @Option(names = "--directory", paramLabel = "DIR", description = "Where the unit is written; default: where the administrator's units lie.")
    private @Nullable String directory;

    @Option(names = "--print", description = "Only show the unit.")
    private boolean print;

    @Override
    public Integer call() {
        SupertaskCommand supertask = Objects.requireNonNull(root);
        ServiceUnit unit = unit(supertask.world());
        if (print) {
            supertask.out().print(unit.text());
            return 0;
        }
        Path folder = folder(supertask.world());
        Path written = write(folder, unit, supertask);
        supertask.out().println("\"" + written + "\" is written. Next:");
        supertask.out().println();
        next(unit).forEach(line -> supertask.out().println("  " + line));
        return 0;
    }

    private ServiceUnit unit(World world) {
        String path = program(world);
        if (file == null) {
            if (name != null) {
                throw Refusal.mistake("--name belongs to --file", "the instances of the template have names of "
                        + "their own: supertask@NAME.service runs /etc/supertask/NAME.yaml");
            }
            return ServiceUnit.template(user, path);
        }
        Path timetable = world.resolve(file);
        if (!Files.isRegularFile(timetable)) {
            throw Refusal.mistake("there is no file \"" + file + "\"", "a service runs a timetable that is there");
        }
        TimetableFile.read(world, file); // a service that cannot start helps nobody
        return ServiceUnit.of(user, name(timetable), timetable.toString(), path);
    }

    private String name(Path timetable) {
        String stem = String.valueOf(timetable.getFileName()).replaceFirst("\\.[^.]*$", "");
        Path folder = timetable.getParent();
        Path above = TimetableFile.USUAL.equals(stem + ".yaml") && folder != null ? folder.getFileName() : null;
        String wanted = name != null ? name : above != null ? above.toString() : stem;
        if (!wanted.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")) {
            throw Refusal.mistake("\"" + wanted + "\" cannot name a unit",
                    "choose letters, digits, \".\", \"_\" and \"-\" with --name");
        }
        return wanted;
    }

    private String program(World world) {
        if (program != null) {
            Path named = world.resolve(program);
            if (!Files.isExecutable(named) || Files.isDirectory(named)) {
                throw Refusal.mistake("\"" + program + "\" is no program",
                        "name the supertask that the unit is to run");
            }
            return named.toString();
        }
        return OwnProgram.path().map(Path::toString).orElseThrow(() -> Refusal
                .failed("this program does not know where it lies", "name it with --program"));
    }

    private Path folder(World world) {
        if (directory != null) {
            return world.resolve(directory);
        }
        if (!user) {
            return Path.of("/etc/systemd/system");
        }
        String config = world.variable("XDG_CONFIG_HOME");
        Path base = config.isEmpty() ? NativePath.of(world.variable("HOME")).resolve(".config") : NativePath.of(config);
        return world.workingDir().resolve(base).resolve("systemd/user");
    }

    /// It is only put in its place once it was found good.
    private Path write(Path folder, ServiceUnit unit, SupertaskCommand supertask) {
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempDirectory("supertask-unit");
            Path text = Files.writeString(draft.resolve(unit.fileName()), unit.text());
            try {
                check(text, supertask);
                return Files.copy(text, folder.resolve(unit.fileName()), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.delete(text);
                Files.delete(draft);
            }
        } catch (IOException e) {
            throw Refusal.failed("cannot write into \"" + folder + "\": " + e.getMessage(), user
                    ? "name another folder with --directory"
                    : "be root, or install a unit of your own with --user");
        }
    }

    /// systemd says so of keys that it does not know and exits with 0 all the same: any word of it is a mistake.
    private void check(Path unit, SupertaskCommand supertask) {
        List<String> arguments = new ArrayList<>(List.of("verify", "--man=no"));
        if (user) {
            arguments.add("--user");
        }
        arguments.add(unit.toString());
        Optional<SystemTool.Answer> answer = SystemTool.ask("systemd-analyze", arguments,
                runtime(unit, supertask.world()));
        if (answer.isEmpty()) {
            supertask.tell("there is no systemd-analyze here: the unit is not checked");
        } else if (answer.get().status() != 0 || !answer.get().words().isEmpty()) {
            throw Refusal.failed("systemd does not like the unit: " + answer.get().words().replace("\n", " · "),
                    "nothing was written; \"supertask install-service --print\" shows it");
        }
    }

    /// A user's manager has a folder for what runs, and cannot be asked without one.
    private static Map<String, String> runtime(Path unit, World world) {
        String folder = world.variable("XDG_RUNTIME_DIR");
        return Map.of("XDG_RUNTIME_DIR", folder.isEmpty() ? String.valueOf(unit.getParent()) : folder);
    }

    private List<String> next(ServiceUnit unit) {
        String systemctl = user ? "systemctl --user" : "systemctl";
        String which = unit.name() == null ? "supertask@NAME" : "supertask-" + unit.name();
        List<String> lines = new ArrayList<>(List.of(systemctl + " daemon-reload",
                systemctl + " enable --now " + which));
        if (unit.name() == null) {
            lines.add("    runs " + (user ? "~/.config" : "/etc") + "/supertask/NAME.yaml");
        }
        lines.add(systemctl + " status " + which);
        return lines;
    }
}
