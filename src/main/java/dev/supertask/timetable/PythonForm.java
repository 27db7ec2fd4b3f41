package dev.supertask.timetable;

import java.util.Optional;

/// Recognises the timetables of the Python original, which list their jobs as `tasks`. Nothing else
/// is told of such a text: every key of it would be a mistake for the same reason.
final class PythonForm {
    private PythonForm() {}

    static boolean refuse(Yaml.Mapping root, Reading reading) {
        Optional<Yaml.Scalar> tasks = root.entries().stream().map(Yaml.Entry::key)
                .filter(key -> key.text().equals("tasks")).findFirst();
        tasks.ifPresent(key -> reading.mistake(key.span(),
                "\"tasks\" is the form of the Python original, which this version does not read yet",
                "write \"jobs:\" with \"NAME:\" and the job's keys under it"));
        return tasks.isPresent();
    }
}
