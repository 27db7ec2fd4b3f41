package dev.supertask.cli;

import java.nio.file.Path;

import dev.supertask.keeper.NativePath;
import dev.supertask.timetable.CrontabForm;
import dev.supertask.timetable.CrontabText;
import dev.supertask.timetable.Source;
import dev.supertask.timetable.Surroundings;
import dev.supertask.timetable.TextForm;
import dev.supertask.timetable.Timetable;
import org.jspecify.annotations.Nullable;

/// Crontabs, by what stands in them.
///
/// @param world whose users they name
record CrontabTexts(World world) implements TextForm {

    /// The file that a text is; null where it is none of this machine.
    static @Nullable Path file(Source text) {
        return text.address() != null || text.name().equals("<stdin>") ? null : NativePath.of(text.id());
    }

    @Override
    public boolean fits(Source text) {
        return CrontabForm.of(file(text), text.text()).isPresent();
    }

    @Override
    public Timetable read(Source text, Surroundings around) {
        CrontabForm form = CrontabForm.of(file(text), text.text()).orElse(CrontabForm.USER);
        return CrontabText.read(text.name(), text.text(), form, around, new Accounts(world));
    }
}
