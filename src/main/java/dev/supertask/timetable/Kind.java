package dev.supertask.timetable;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A kind of texts that declare jobs. A text whose name does not say what it is shows it by what stands in it.
///
/// @param what what it is called
/// @param named whether a file of that name, in lower case, is one whatever stands in it
/// @param sign whether a text looks like one
/// @param reader reads one; its mistakes are told to its reading
record Kind(String what, Predicate<String> named, Predicate<String> sign, Function<Part, Timetable> reader) {
    private static final Pattern TAG = Pattern.compile("\\s*<[!?A-Za-z]");
    private static final Predicate<String> HEADER = Pattern.compile("\\W{1,3} /// task\\s*").asMatchPredicate();
    private static final String FIELD = "[0-9A-Za-z*,/-]+\\s+";
    /// Five fields, the first of them a minute, or a macro, then a command; or a variable.
    private static final Predicate<String> CRONTAB = Pattern.compile(
            "\\s*(?:(?=\\S*[0-9*])[-0-9*,/]+\\s+(?:" + FIELD + "){4}\\S.*|@[a-z]+\\s+\\S.*|[A-Za-z_]\\w*\\s*=.*)")
            .asMatchPredicate();

    /// What a server answers to people: a page to log in, or one that says that something is not there.
    private static final Kind WEB_PAGE = new Kind("a web page", name -> false, text -> TAG.matcher(text).lookingAt(),
            told("this is a web page, no timetable", "check its address; some servers answer with a page to log in"));

    /// YAML in the concise form, and JSON.
    private static final Kind TIMETABLE = new Kind("a timetable", name -> name.matches(".*\\.(ya?ml|json)"),
            text -> true, part -> new TimetableReader(part).read(TimetableText.root(part.reading())));

    /// The first one that knows a text by sight has it; the last one tells whatever is nothing else what it should be.
    private static final List<Kind> ALL = List.of(WEB_PAGE,
            new Kind("a task file", name -> name.endsWith(".py"), text -> lines(text).anyMatch(HEADER),
                    unread("a task file")),
            new Kind("a crontab", name -> false, text -> first(text, CRONTAB), unread("a crontab")),
            new Kind("a program", name -> false, text -> text.startsWith("#!"), unread("a program")),
            TIMETABLE);

    /// What a text is. A page is one whatever its address says.
    static Kind of(Source text) {
        String name = text.name().toLowerCase(Locale.ROOT).replaceFirst("[?#].*", "");
        Kind bySight = ALL.stream().filter(kind -> kind.sign.test(text.text())).findFirst().orElse(TIMETABLE);
        return bySight.equals(WEB_PAGE)
                ? WEB_PAGE
                : ALL.stream().filter(kind -> kind.named.test(name)).findFirst().orElse(bySight);
    }

    /// What a text of this kind declares.
    Timetable read(Part part) {
        return reader.apply(part);
    }

    private static Stream<String> lines(String text) {
        return text.lines().limit(1000);
    }

    private static boolean first(String text, Predicate<String> line) {
        return lines(text).filter(each -> !each.isBlank() && !each.stripLeading().startsWith("#")).findFirst()
                .filter(line).isPresent();
    }

    private static Function<Part, Timetable> unread(String what) {
        return told("this looks like " + what + ", which this version does not read",
                "write a timetable; one that is called something.yaml is always taken for one");
    }

    private static Function<Part, Timetable> told(String message, String remedy) {
        return part -> {
            part.reading().mistake(part.reading().source().start(), message, remedy);
            return new Timetable(null, "", List.of(), List.of(), List.of());
        };
    }
}
