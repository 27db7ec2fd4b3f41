package dev.supertask.timetable;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.supertask.job.Callee;
import dev.supertask.job.CatchUp;
import dev.supertask.job.Delivery;
import dev.supertask.job.Job;
import dev.supertask.job.Language;
import dev.supertask.job.Limits;
import dev.supertask.job.LogSettings;
import dev.supertask.job.Payload;
import dev.supertask.job.Place;
import dev.supertask.job.Policies;
import dev.supertask.job.ProcessSettings;
import dev.supertask.job.SqlWork;
import dev.supertask.job.SqlWork.Statements;
import dev.supertask.job.Step;
import dev.supertask.job.WebRequest;
import dev.supertask.job.WebRequest.Body;
import dev.supertask.schedule.Dst;
import dev.supertask.schedule.Schedule;
import dev.supertask.schedule.ScheduleText;
import org.jspecify.annotations.Nullable;

/// Jobs made of everything that is awkward to write; the same ones for the same seed.
record RandomJobs(Random random) {
    private static final List<String> PIECES = List.of("a", "Z", "0", " ", "  ", "\n", "\n\n", "\t", "\r",
            ":", ": ",
            " #", "#", "'", "\"", "\\", "\\n", "$", "${", "$$", "}", "{", "[", "]", ",", "- ", "-", "?", "|",
            ">", "%",
            "@", "`", "&a", "*a", "!", "---", "...", "null", "~", "true", "yes", "<<", "=", "python:", "cmd:",
            "file:",
            "é", "😀", "\u0085", "\u2028", "\uFEFF", "\u0001", "\u007F", "\u00A0", "\uD800");
    private static final List<String> NAMES = List.of("a", "backup", "null", "true", "on", "1", "1e3", "0x1",
            "a.b-c_d",
            "No", "2026-01-01");
    private static final List<String> SCHEDULES = List.of("once", "@reboot", "@daily", "0 3 * * *",
            "*/5 * * * *",
            "30 7 * * MON-FRI", "@every 90s", "0 0 12 L * ?", "@start", "H H(1-5) * * *",
            "@every P1M starting=2026-01-31T09:00", "@every 1h measure=from-end", "R5/2026-01-01T00:00Z/PT1H",
            "at 2027-01-01T09:00, 2027-02-01T09:00Z",
            "0 9 * * * timezone=Europe/Berlin from=2026-01-01T00:00 until=2026-12-31 times=5 jitter=30s");
    private static final List<String> TYPED = List.of("1", "-0", "0x1F", "0o17", "1.", ".5", "+1e3", "007", "true",
            "False", "null", "~", ".inf", "-.INF", ".nan", "no", "a b", "2026-01-01", "Infinity", "é");
    private static final Span NOWHERE = new Span(0, 0, 0, 0);
    private static final Reading READING = new Reading(new SourceText("x", ""));
    private static final List<String> VARIABLES = List.of("A", "_", "null", "y", "PATH", "lower_case1");

    private static final List<String> STEPS = List.of("step-", "Load: the data #", "é", "- ", "'", "null", "$", "1e");

    Job next() {
        return new Job(any(NAMES), random.nextBoolean() ? "" : text(), random.nextBoolean() ? "" : text(), words(),
                schedules(), zone(), random.nextBoolean(), random.nextBoolean() ? List.of(only()) : steps(),
                policies());
    }

    private Step only() {
        return step("", Step.Condition.SUCCESS, place());
    }

    private Step step(String name, Step.Condition condition, Place place) {
        Payload payload = payload();
        return new Step(name, condition, payload,
                payload instanceof Payload.Sql || payload instanceof Payload.Http ? null : stdin(), place);
    }

    private @Nullable String stdin() {
        return random.nextBoolean() ? null : text();
    }

    /// Those of one job are in the same place more often than not.
    private List<Step> steps() {
        Place place = place();
        return IntStream.rangeClosed(1, 1 + random.nextInt(4))
                .mapToObj(number -> step(any(STEPS) + number, any(List.of(Step.Condition.values())),
                        random.nextInt(3) == 0 ? place() : place))
                .toList();
    }

    private Place place() {
        return new Place.ThisMachine(path(), env(), process(), random.nextBoolean());
    }

    private Payload payload() {
        return switch (random.nextInt(8)) {
            case 7 -> new Payload.Http(http());
            case 6 -> new Payload.Sql(sql());
            case 3 -> new Payload.Call(new Callee.PythonFile(Path.of("/srv/a b.py"), any(List.of("", "run"))), "[]",
                    new Literals(READING).json(map(), ""));
            case 4 -> new Payload.Call(new Callee.Entrypoint("a.b", "C.f"),
                    new Literals(READING).json(new Yaml.Sequence(NOWHERE, some(0, this::value)), ""), "{}");
            case 0 -> new Payload.Shell("x" + text(), any(List.of("/bin/sh", "/bin/bash", "zsh", "null")));
            case 1 -> new Payload.Argv(Stream.concat(Stream.of("prog" + text()), words().stream()).toList());
            case 2 -> new Payload.Script(path(), words());
            default -> new Payload.Code(any(List.of(Language.values())), text() + "y" + text(), words());
        };
    }

    private SqlWork sql() {
        Statements statements = switch (random.nextInt(3)) {
            case 0 -> new Statements.File(path());
            case 1 -> new Statements.Script("x" + text());
            default -> new Statements.Each(some(1, () -> text() + "y"));
        };
        return new SqlWork(any(List.of("jdbc:h2:mem:", "${URL}", "jdbc:x:" + plain())),
                random.nextBoolean() ? null : plain(),
                random.nextBoolean() ? null : any(List.of("", "${SECRET}", "$${${A}")), statements,
                random.nextBoolean()
                        ? new Literals(READING).json(map(), "")
                        : new Literals(READING).json(new Yaml.Sequence(NOWHERE, some(0, this::value)), ""),
                random.nextBoolean(), random.nextBoolean() ? null : Path.of("/srv/ä b.json"));
    }

    private WebRequest http() {
        Body body = switch (random.nextInt(4)) {
            case 0 -> new Body.None();
            case 1 -> new Body.Text(text());
            case 2 -> new Body.File(path());
            default -> new Body.Json(new Literals(READING).json(any(List.of(new Yaml.Scalar(NOWHERE, plain(), false),
                    new Yaml.Scalar(NOWHERE, any(TYPED), random.nextBoolean()),
                    new Yaml.Sequence(NOWHERE, List.of(new Yaml.Scalar(NOWHERE, any(TYPED), true))))), ""));
        };
        Map<String, String> headers = new LinkedHashMap<>();
        some(0, () -> any(List.of("X-A", "null", "file", "Accept")))
                .forEach(name -> headers.put(name, plain().replaceAll("[\\x00-\\x1F\\x7F]", "")));
        Map<String, String> outputs = new LinkedHashMap<>();
        some(0, () -> any(VARIABLES)).forEach(name -> outputs.put(name, any(List.of("", "/", "/a~1b/0", "/é : #"))));
        WebRequest.Conduct conduct = random.nextBoolean()
                ? WebRequest.Conduct.DEFAULT
                : new WebRequest.Conduct(seconds(), 1 + random.nextInt(9), seconds(),
                        any(List.of(WebRequest.Redirects.values())), random.nextBoolean() ? path() : null, false,
                        random.nextBoolean());
        return new WebRequest(any(List.of("GET", "DELETE")),
                any(List.of("https://h/?a#b", "${URL}", "http://[::1]:1/")),
                headers, random.nextBoolean() ? null : new WebRequest.Login(plain(), "${SECRET}"), body,
                any(List.of(WebRequest.SUCCESS, List.of("200"), List.of("4xx", "500"))),
                new WebRequest.Answer(random.nextBoolean() ? null : path(), outputs), conduct);
    }

    /// Without what looks like a variable.
    private String plain() {
        return text().replace("${", "$ {");
    }

    private Yaml.Mapping map() {
        Map<String, Yaml> entries = new LinkedHashMap<>();
        some(0, this::text).forEach(key -> entries.put(key, value()));
        return new Yaml.Mapping(NOWHERE, entries.entrySet().stream()
                .map(entry -> new Yaml.Entry(new Yaml.Scalar(NOWHERE, entry.getKey(), false), entry.getValue()))
                .toList());
    }

    private Yaml value() {
        return switch (random.nextInt(5)) {
            case 0 -> new Yaml.Sequence(NOWHERE, List.of(new Yaml.Scalar(NOWHERE, any(TYPED), random.nextBoolean())));
            case 1 -> new Yaml.Mapping(NOWHERE, List.of(
                    new Yaml.Entry(new Yaml.Scalar(NOWHERE, any(TYPED), true),
                            new Yaml.Scalar(NOWHERE, text(), false))));
            case 2 -> new Yaml.Scalar(NOWHERE, any(TYPED), random.nextBoolean());
            default -> new Yaml.Scalar(NOWHERE, text(), false);
        };
    }

    private List<Schedule> schedules() {
        return some(1, () -> any(SCHEDULES)).stream().map(text -> ScheduleText.parse(text).schedule())
                .toList();
    }

    private Policies policies() {
        Policies policies = Policies.DEFAULT.withTimeout(random.nextBoolean() ? null : seconds());
        return random.nextBoolean()
                ? policies
                : policies.withKillAfter(seconds()).withCatchUp(catchUp())
                        .withDelivery(any(List.of(Delivery.values()))).withLog(log()).withDst(dst());
    }

    private Dst dst() {
        return new Dst(random.nextBoolean() ? null : any(List.of(Dst.Gap.values())),
                random.nextBoolean() ? null : any(List.of(Dst.Overlap.values())));
    }

    private CatchUp catchUp() {
        return new CatchUp(any(List.of(CatchUp.Mode.values())), seconds());
    }

    private LogSettings log() {
        return new LogSettings(random.nextBoolean(), random.nextBoolean(), random.nextInt(3) * size());
    }

    private ProcessSettings process() {
        if (random.nextBoolean()) {
            return ProcessSettings.INHERITED;
        }
        return new ProcessSettings(any(List.of("root", "1000", "www-data", "null", "é")),
                random.nextBoolean() ? null : "adm",
                random.nextBoolean() ? null : random.nextInt(01000),
                random.nextBoolean() ? null : random.nextInt(40) - 20,
                random.nextBoolean()
                        ? Limits.NONE
                        : new Limits(size(), seconds(), size(), random.nextBoolean() ? null : size(), null));
    }

    private long size() {
        return 1 + random.nextLong(1000) * any(List.of(1L, 1000L, 1024L, 1L << 30));
    }

    private Duration seconds() {
        return Duration.ofSeconds(1 + random.nextInt(200_000));
    }

    private ZoneId zone() {
        return ZoneId.of(any(List.of("Europe/Berlin", "UTC", "Z", "+02:00", "GMT+2")));
    }

    private Path path() {
        return Path.of("/srv", any(List.of("a", "b c", "ä", "#x", "x: y", "'", "-"))).normalize();
    }

    private Map<String, String> env() {
        Map<String, String> env = new LinkedHashMap<>();
        some(0, () -> any(VARIABLES)).forEach(name -> env.put(name, text()));
        return env;
    }

    private List<String> words() {
        return some(0, this::text);
    }

    private String text() {
        return String.join("", some(0, () -> any(PIECES)));
    }

    private <T> List<T> some(int least, Supplier<T> supplier) {
        return IntStream.range(0, least + random.nextInt(6)).mapToObj(i -> supplier.get()).toList();
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
