package dev.supertask.cli;

import java.util.List;

import dev.supertask.keeper.NativePath;
import dev.supertask.problem.Refusal;
import dev.supertask.schedule.Schedule;
import dev.supertask.timetable.Source;
import dev.supertask.timetable.Surroundings;
import dev.supertask.timetable.TaskFile;
import dev.supertask.timetable.TextForm;
import dev.supertask.timetable.Timetable;

/// Task files, which are run from where they lie.
///
/// @param named the id of the text that was named on the command line
/// @param when when that one is due, in place of what its header says; none to leave it to the header
record TaskTexts(String named, List<Schedule> when) implements TextForm {

    @Override
    public boolean fits(Source text) {
        return TaskFile.isOne(text.name(), text.text());
    }

    @Override
    public Timetable read(Source text, Surroundings around) {
        if (text.address() != null || text.name().equals("<stdin>")) {
            throw Refusal.mistake("a task file cannot be read from " + (text.address() == null
                    ? "standard input"
                    : "the network") + ": it is run from where it lies", "save it, and name the file");
        }
        return TaskFile.read(text.name(), text.text(), NativePath.of(text.id()),
                text.id().equals(named) ? when : List.of(), around);
    }
}
