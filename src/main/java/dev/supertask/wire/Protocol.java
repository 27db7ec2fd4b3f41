package dev.supertask.wire;

import java.util.List;
import java.util.Map;

import dev.supertask.problem.ExitCode;
import dev.supertask.problem.Problem;
import dev.supertask.problem.Refusal;
import org.jspecify.annotations.Nullable;

/// One JSON document a line, each with the protocol's version: `{"supertask": 1, "ask": "list-jobs",
/// "with": {…}}` and `{"supertask": 1, "answer": […]}` or `{"supertask": 1, "refused": {…}}`.
public final class Protocol {
    /// Changes when an old program could misread a new line.
    public static final int VERSION = 1;

    private static final Map<String, Class<? extends Question<?>>> VERBS = Map.ofEntries(
            Map.entry("list-jobs", Question.Jobs.class), Map.entry("list-runs", Question.Runs.class),
            Map.entry("show-job", Question.OneJob.class), Map.entry("show-run", Question.OneRun.class),
            Map.entry("last-run", Question.LastRun.class), Map.entry("next", Question.Next.class),
            Map.entry("why", Question.Why.class), Map.entry("stats", Question.Statistics.class),
            Map.entry("now", Question.Now.class),
            Map.entry("begin-inline", Question.BeginInline.class), Map.entry("end-inline", Question.EndInline.class));

    private Protocol() {}

    private record Asked(int supertask, String ask, Object with) {}

    private record Heard(int supertask, @Nullable String ask) {}

    private record Answered(int supertask, List<?> answer) {}

    private record Refused(int supertask, RefusalJson refused) {}

    private record RefusalJson(ExitCode exit, List<Problem> problems) {}

    /// A question's line.
    public static String ask(Question<?> question) {
        String verb = VERBS.entrySet().stream().filter(e -> e.getValue() == question.getClass()).findFirst()
                .orElseThrow().getKey();
        return Json.line(new Asked(VERSION, verb, question));
    }

    /// The question on a line.
    ///
    /// @throws IllegalArgumentException if it is none of this version
    public static Question<?> question(String line) {
        Heard heard = Json.read(line, Heard.class);
        Class<? extends Question<?>> type = heard.ask() == null ? null : VERBS.get(heard.ask());
        if (heard.supertask() != VERSION || type == null) {
            throw new IllegalArgumentException("this supertask speaks protocol " + VERSION + " and knows "
                    + VERBS.keySet().stream().sorted().toList());
        }
        return Json.readMember(line, "with", type);
    }

    /// An answer's line.
    public static String answer(List<?> answer) {
        return Json.line(new Answered(VERSION, answer));
    }

    /// A refusal's line.
    public static String refuse(Refusal refusal) {
        return Json.line(new Refused(VERSION, new RefusalJson(refusal.exitCode(), refusal.problems())));
    }

    /// The answer on a line.
    ///
    /// @throws Refusal if the line is a refusal
    /// @throws IllegalArgumentException if it is none of this version
    public static <A> List<A> answer(String line, Question<A> question) {
        if (Json.read(line, Heard.class).supertask() != VERSION) {
            throw new IllegalArgumentException("this supertask speaks protocol " + VERSION + ", not that of " + line);
        }
        if (Json.hasMember(line, "refused")) {
            RefusalJson refused = Json.readMember(line, "refused", RefusalJson.class);
            throw new Refusal(refused.exit(), refused.problems());
        }
        return Json.readListMember(line, "answer", question.elements());
    }
}
