package dev.supertask.schedule;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import com.cronutils.descriptor.CronDescriptor;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.parser.CronParser;

/// The words of cron-utils where they are right and clear: some minutes of one hour, `every minute between
/// 09:05 and 09:10`. Elsewhere they are not: it says "every 2 hours" of `0-20/2`, "every 7 minutes" of
/// `*/7`, "at 9 and 17 hours", and joins days by "and" where cron takes either.
final class LibraryWords {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern RANGE = Pattern.compile("[0-9]+-[0-9]+");

    private LibraryWords() {}

    /// Words for the minute and hour fields; empty for all but some minutes of one hour.
    static Optional<String> of(CronFields fields) {
        String minute = fields.minute().text;
        String hour = fields.hour().text;
        boolean right = fields.second() == null && RANGE.matcher(minute).matches()
                && NUMBER.matcher(hour).matches();
        if (!right) {
            return Optional.empty();
        }
        CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
        return Optional.of(CronDescriptor.instance(Locale.ENGLISH)
                .describe(parser.parse(minute + " " + hour + " * * *")));
    }
}
