package dev.supertask.cli;

import java.util.ArrayList;
import java.util.List;

import dev.supertask.problem.ExitCode;
import dev.supertask.problem.Position;
import dev.supertask.problem.Problem;
import dev.supertask.problem.Refusal;
import dev.supertask.schedule.Schedule;
import dev.supertask.schedule.ScheduleSyntaxException;
import dev.supertask.schedule.ScheduleText;

/// Schedules that were typed on the command line.
final class TypedSchedules {
    private TypedSchedules() {}

    /// The schedules of texts.
    ///
    /// @param where they stand, as the user calls it
    /// @throws Refusal with every mistake of all of them
    static List<Schedule> read(String where, List<String> texts) {
        List<Problem> problems = new ArrayList<>();
        List<Schedule> schedules = new ArrayList<>();
        for (String text : texts) {
            try {
                schedules.add(ScheduleText.parse(text).schedule());
            } catch (ScheduleSyntaxException e) {
                e.mistakes().forEach(mistake -> problems.add(Problem.at(
                        new Position(where, 1, text.codePointCount(0, mistake.offset()) + 1,
                                Math.max(1, mistake.length()), text),
                        mistake.message(), mistake.remedy())));
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal(ExitCode.MISTAKE, problems);
        }
        return schedules;
    }
}
