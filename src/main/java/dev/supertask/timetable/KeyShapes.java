package dev.supertask.timetable;

import static dev.supertask.timetable.Shape.COUNT;
import static dev.supertask.timetable.Shape.DURATION;
import static dev.supertask.timetable.Shape.ENV;
import static dev.supertask.timetable.Shape.FLAG;
import static dev.supertask.timetable.Shape.PATH;
import static dev.supertask.timetable.Shape.SIZE;
import static dev.supertask.timetable.Shape.TEXT;
import static dev.supertask.timetable.Shape.TEXTS;
import static dev.supertask.timetable.Shape.WORDS;
import static dev.supertask.timetable.Shape.ZONE;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.supertask.job.CatchUp;
import dev.supertask.job.Delivery;
import dev.supertask.job.Upstream;
import dev.supertask.job.WebRequest.Redirects;
import dev.supertask.problem.Warning;
import dev.supertask.schedule.Dst;

/// What every key of a timetable means, a line a key: whoever adds a key to [Keys] adds its line here, and the
/// JSON Schema has it. A test names the keys without a line, and the lines without a key.
final class KeyShapes {
    private static final Map<String, Object> ACCOUNT = Map.of("type", List.of("string", "integer"));

    private static final Map<String, Object> WARNINGS = Shape.oneOrMore(
            Shape.oneOf(Arrays.stream(Warning.values()).map(Warning::code).toList()));

    /// Of `meta`.
    static final Shapes META = new Shapes()
            .key("title", "How people call the timetable.", TEXT)
            .key("authors", "Who looks after it.", TEXTS);

    /// Of `limits`.
    static final Shapes LIMITS = new Shapes()
            .key("memory", "Address space of each process, such as 512MiB.", SIZE)
            .key("cpu-time", "Processor time of each process, in whole seconds, such as 5m.", DURATION)
            .key("open-files", "Descriptors of each process.", COUNT)
            .key("file-size", "Length of a file that a process writes, such as 1GiB.", SIZE)
            .key("processes", "Processes and threads of the user, all told.", COUNT);

    /// Of `log`.
    static final Shapes LOG = new Shapes()
            .key("streams", "apart: each line says whether it came from stdout or stderr.",
                    Shape.oneOf(List.of("apart", "together")))
            .key("times", "Whether each line says when it came.", FLAG)
            .key("max-size", "How long a run's log may become, such as 10MiB; the first and the last half are kept.",
                    SIZE)
            .key("keep", "Which part of a longer log is kept.", Shape.oneOf(List.of("head+tail")));

    /// Of `sql`.
    static final Shapes SQL = new Shapes()
            .key("url", "The database as a JDBC URL; ${NAME} takes a variable of the job's environment.",
                    Shape.text("^(jdbc:|[$][{])"))
            .key("user", "Who connects; ${NAME} takes a variable.", TEXT)
            .key("password", "Its password, as ${NAME}: a variable of Supertask's environment.",
                    Shape.text("^$|[$][{]"))
            .key("statements", "A list of one statement each, or text in which each ends with \";\".",
                    Shape.oneOrMore(TEXT))
            .key("file", "A file of statements, each of which ends with \";\".", PATH)
            .key("params", "Values that are bound: a list for each \"?\", or a map for \":name\".",
                    Map.of("type", List.of("array", "object")))
            .key("transaction", "false: each statement is a transaction of its own.", FLAG)
            .key("output-file", "Where the rows of the last result go, as .csv or .json.",
                    Shape.text("[.]([cC][sS][vV]|[jJ][sS][oO][nN])$"));

    /// Of `retry` in `http`.
    static final Shapes HTTP_RETRY = new Shapes()
            .key("count", "How often it is tried again after a status of 5xx, or without an answer.", COUNT)
            .key("delay", "How long after that; 1s if nothing is said.", DURATION);

    /// Of `tls` in `http`.
    static final Shapes HTTP_TLS = new Shapes()
            .key("ca", "A file of certificates in PEM, one of which must have signed the server's.", PATH)
            .key("insecure", "true: it does not matter who the server is.", FLAG);

    /// Of `http`.
    static final Shapes HTTP = new Shapes()
            .key("url", "Where to; ${NAME} takes a variable of the job's environment.",
                    Shape.text("^(https?:|.*[$][{])"))
            .key("method", "GET if nothing is said, POST with a body.",
                    Shape.oneOf(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")))
            .key("headers", "Headers by name; ${NAME} takes a variable.",
                    Map.of("type", "object", "additionalProperties", TEXT))
            .key("user", "Who asks, for servers that take user and password; ${NAME} takes a variable.", TEXT)
            .key("password", "Its password, as ${NAME}: a variable of Supertask's environment.",
                    Shape.text("^$|[$][{]"))
            .key("body", "Text that is sent as it is.", TEXT)
            .key("body-file", "A file that is sent as it is.", PATH)
            .key("json", "Any value, which is sent as JSON; ${NAME} in its texts takes a variable.", Map.of())
            .key("expect", "The status that is right, such as 200 or 2xx, or a list; 2xx if nothing is said.",
                    Shape.oneOrMore(Shape.integer(100, 599, "^[1-5]([0-9][0-9]|xx)$")))
            .key("timeout", "How long one try may take; 5m if nothing is said.", DURATION)
            .key("retry", "How often it is tried again when the server fails.",
                    Map.of("anyOf", List.of(COUNT, HTTP_RETRY.object(Keys.HTTP_RETRY))))
            .key("redirects", "Which are followed; follow if nothing is said.",
                    Shape.oneOf(Arrays.stream(Redirects.values()).map(Redirects::word).toList()))
            .key("tls", "Whom to believe that the server is who it says.", HTTP_TLS.object(Keys.HTTP_TLS))
            .key("allow-link-local", "true: also addresses of this link, and of metadata services.", FLAG)
            .key("output-file", "Where the body of the answer goes, instead of the log.", PATH)
            .key("outputs", "Values of a JSON answer that are given out: JSON Pointers by name.",
                    Map.of("type", "object", "additionalProperties", Shape.text("^((/([^/~]|~[01])*)*)$")));

    /// Of `dst`.
    static final Shapes DST = new Shapes()
            .key("gap", "What becomes of local times that the clocks skip; Debian's rule if nothing is said.",
                    Shape.oneOf(Arrays.stream(Dst.Gap.values()).map(Dst.Gap::word).toList()))
            .key("overlap", "What becomes of local times that come twice; Debian's rule if nothing is said.",
                    Shape.oneOf(Arrays.stream(Dst.Overlap.values()).map(Dst.Overlap::word).toList()));

    /// Of a schedule as a map.
    static final Shapes WHEN = new Shapes()
            .key("cron", "Cron text of 5, 6 or 7 fields.", Shape.text("\\S"))
            .key("every", "The time between two occurrences, such as 10s, 1d or P1M.", DURATION)
            .key("at", "A moment such as 2027-01-01T09:00, or a list of them.", Shape.oneOrMore(Shape.text("\\S")))
            .key("repeat", "An ISO-8601 repeating interval, such as R5/2026-01-01T00:00:00Z/PT1H.", Shape.text("\\S"))
            .key("starting", "The first occurrence of an interval.", Shape.text("\\S"))
            .key("measure", "from-end: the interval counts from the end of the previous run.",
                    Shape.oneOf(List.of("from-start", "from-end")))
            .key("timezone", "Of its local times, instead of the job's.", ZONE)
            .key("from", "Nothing before this moment.", Shape.text("\\S"))
            .key("until", "Nothing after this moment.", Shape.text("\\S"))
            .key("times", "Only so many.", COUNT)
            .key("jitter", "How much later each may come, such as 30s.", DURATION);

    /// Of an entry of `after`.
    static final Shapes AFTER = new Shapes()
            .key("job", "The name of a job of the same timetable.", TEXT)
            .key("on", "After which ends of its runs; success if nothing is said.",
                    Shape.oneOf(Arrays.stream(Upstream.On.values()).map(Upstream.On::word).toList()));

    private static final Map<String, Object> SCHEDULES = Shape.oneOrMore(
            Map.of("anyOf", List.of(Map.of("type", "string"), WHEN.object(Keys.WHEN))));

    /// Of a step of a job.
    static final Shapes STEP = started(new Shapes())
            .key("name", "How people call it; step-1, step-2 and so on if nothing is said.", TEXT)
            .key("if", "Whether it runs after what came before it; success if nothing is said.",
                    Map.of("enum", List.of("success", "failure", "always", "false", false)));

    /// Of a job; `defaults` has some of them.
    static final Shapes JOB = started(new Shapes())
            .key("title", "How people call it.", TEXT)
            .key("description", "What the job is for.", TEXT)
            .key("when", "When it is due: cron text, @daily, \"@every 90s\", \"@reboot\", once, "
                    + "\"at 2027-01-01T00:00\", a map, or a list of these.", SCHEDULES)
            .key("every", "The time between its occurrences, such as 10s.", DURATION)
            .key("after", "The jobs after whose runs it runs: names, or {job: NAME, on: failure}.", Shape.oneOrMore(
                    Map.of("anyOf", List.of(TEXT, AFTER.object(Keys.AFTER)))))
            .key("steps", "Things to run one after another, instead of one.",
                    Shape.ordered("type", "array", "minItems", 1, "items",
                            Map.of("anyOf", List.of(TEXT, STEP.object(Keys.STEP)))))
            .key("enabled", "false: it does not run on its own.", FLAG)
            .key("timezone", "Of its local times, such as Europe/Berlin.", ZONE)
            .key("timeout", "How long a run may take, such as 1h; then it is ended.", DURATION)
            .key("kill-after", "How long after SIGTERM a run that is ended gets SIGKILL; 10s if nothing is said.",
                    DURATION)
            .key("catch-up", "Which of the occurrences that passed while nobody was looking run after all.",
                    words(CatchUp.Mode.values()))
            .key("catch-up-window", "Occurrences older than this are not caught up; 24h if nothing is said.", DURATION)
            .key("delivery", "at-least-once: a run of which nobody can know how it ended runs once more.",
                    words(Delivery.values()))
            .key("env-file", "Files of environment variables; what \"env\" says wins.", Shape.oneOrMore(PATH))
            .key("tags", "Words to find it by.", TEXTS)
            .key("log", "How its output is kept.", LOG.object(Keys.LOG))
            .key("dst", "What becomes of local times where the clocks change.", DST.object(Keys.DST))
            .key("jitter", "How much later each occurrence may come, such as 30s.", DURATION)
            .key("ignore-warnings", "Codes of the warnings that are not told of it, such as ST-W01.", WARNINGS);

    /// Of the timetable itself.
    static final Shapes TOP = new Shapes()
            .key("namespace", "Names what belongs together; without it the file's own path does.",
                    Shape.text("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"))
            .key("meta", "What the timetable says of itself.", META.object(Keys.META))
            .key("timezone", "Of all local times, such as Europe/Berlin; without it the system's.", ZONE)
            .key("env", "Environment variables of all jobs; ${NAME} takes one of Supertask's own.", ENV)
            .key("env-file", "Files of environment variables, such as .env.", Shape.oneOrMore(PATH))
            .key("include", "Other texts with jobs: paths, or patterns such as jobs.d/*.yaml.", Shape.oneOrMore(PATH))
            .key("ignore-warnings", "Codes of the warnings that are not told, such as ST-W01.", WARNINGS)
            .key("defaults", "What holds for every job that does not say otherwise.", JOB.object(Keys.DEFAULTS))
            .key("jobs", "The jobs, by name.", TimetableSchema.jobs());

    private KeyShapes() {}

    /// What says what is started, and in what.
    private static Shapes started(Shapes shapes) {
        return shapes
                .key("run", "Shell text to run, or code behind \"python:\" or \"node:\".", TEXT)
                .key("exec", "A program and its words, run as they are, without a shell.", WORDS)
                .key("script", "A file to run; its interpreter by \"#!\" or its ending.", PATH)
                .key("call", "A Python function, as module:function or file.py:function.", TEXT)
                .key("python", "Python code; \"task\" is the run it is part of, and modules that it names are there.",
                        TEXT)
                .key("node", "JavaScript, run by Node.", TEXT)
                .key("sql", "Statements for a database.", SQL.object(Keys.SQL))
                .key("http", "A request to a server on the web: its URL, or more.",
                        Map.of("anyOf", List.of(Shape.text("^(https?:|.*[$][{])"), HTTP.object(Keys.HTTP))))
                .key("args", "Arguments for the script, the code or the function.", Map.of("type", "array"))
                .key("kwargs", "Arguments for the function, by name.", Map.of("type", "object"))
                .key("stdin", "Text that it reads from its standard input; nothing if nothing is said.", TEXT)
                .key("shell", "What runs shell text; /bin/sh if nothing is said.", Shape.text("^[^\\s~-]\\S*$"))
                .key("clear-env", "true: it gets nothing of Supertask's own environment.", FLAG)
                .key("env", "Environment variables; ${NAME} takes one of Supertask's own.", ENV)
                .key("working-dir", "The folder it runs in; the timetable's if nothing is said.", PATH)
                .key("user", "The user it runs as; Supertask must be root for it.", ACCOUNT)
                .key("group", "The group it runs as; the user's own if nothing is said.", ACCOUNT)
                .key("umask", "Permissions that new files do not get, in octal, such as \"027\".",
                        Shape.integer(0, 777, "^0?[0-7]{1,3}$"))
                .key("nice", "Its niceness, from -20, which comes first, to 19.",
                        Shape.integer(-20, 19, "^(\\+?1?[0-9]|-(1?[0-9]|20))$"))
                .key("limits", "The most that each of its processes may use.", LIMITS.object(Keys.LIMITS));
    }

    private static Map<String, Object> words(CatchUp.Mode... modes) {
        return Shape.oneOf(Arrays.stream(modes).map(CatchUp.Mode::word).toList());
    }

    private static Map<String, Object> words(Delivery... deliveries) {
        return Shape.oneOf(Arrays.stream(deliveries).map(Delivery::word).toList());
    }
}
