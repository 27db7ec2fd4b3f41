package dev.supertask.timetable;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.supertask.problem.Nearest;
import dev.supertask.problem.Warning;
import org.jspecify.annotations.Nullable;

/// Reads `ignore-warnings`: the codes of the warnings that are not to be told. Those of a job come on top of
/// those of `defaults` and of the whole text.
final class IgnoredWarnings {
    private IgnoredWarnings() {}

    /// The kinds of a list of codes, or of one code; unknown ones are told.
    static Set<Warning> read(@Nullable Field field, Values values) {
        Set<Warning> kinds = EnumSet.noneOf(Warning.class);
        if (field != null) {
            for (Yaml.Scalar code : values.oneOrMore(field)) {
                Optional<Warning> kind = Warning.ofCode(code.text());
                kind.ifPresent(kinds::add);
                if (kind.isEmpty()) {
                    values.reading().mistake(code.span(), "\"" + code.text() + "\" is the code of no warning",
                            remedy(code.text()));
                }
            }
        }
        return kinds;
    }

    private static String remedy(String code) {
        List<String> codes = Arrays.stream(Warning.values()).map(Warning::code).toList();
        String hint = Nearest.hint(code, codes);
        return hint != null ? hint : "write codes from " + codes.getFirst() + " to " + codes.getLast();
    }
}
