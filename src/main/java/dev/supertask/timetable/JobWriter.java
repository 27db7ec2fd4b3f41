package dev.supertask.timetable;

import java.util.List;

import dev.supertask.job.CatchUp;
import dev.supertask.job.Job;
import dev.supertask.job.Payload;
import dev.supertask.job.Place;
import dev.supertask.job.Policies;
import dev.supertask.job.Step;
import dev.supertask.keeper.NativePath;
import dev.supertask.schedule.DurationText;
import dev.supertask.schedule.Schedule;

/// Writes a job in the concise form: what equals a default that never depends on the surroundings is
/// left out, everything else is said.
final class JobWriter {
    private final YamlWriter out = new YamlWriter();

    private JobWriter() {}

    static String write(Job job) {
        JobWriter writer = new JobWriter();
        writer.job(job);
        return writer.out.text();
    }

    private void job(Job job) {
        out.open(job.name());
        if (!job.title().isEmpty()) {
            out.text("title", job.title());
        }
        if (!job.description().isEmpty()) {
            out.text("description", job.description());
        }
        if (!job.tags().isEmpty()) {
            out.list("tags", job.tags());
        }
        if (!job.enabled()) {
            out.literal("enabled", "false");
        }
        schedules(job.schedules().stream().map(Schedule::text).toList());
        AfterReader.write(job.after(), out);
        out.text("timezone", job.zone().getId());
        if (StepsWriter.isList(job.steps())) {
            new StepsWriter(out, this::payload).write(job.steps());
        } else {
            Step step = job.steps().getFirst();
            payload(step);
            switch (step.place()) {
                case Place.ThisMachine here -> StepsWriter.place(here, out);
            }
        }
        policies(job.policies());
    }

    private void schedules(List<String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        if (texts.size() == 1) {
            out.text("when", texts.getFirst());
        } else {
            out.list("when", texts);
        }
    }

    private void payload(Step step) {
        switch (step.payload()) {
            case Payload.Shell shell -> {
                out.text("run", PayloadText.write(shell));
                if (!shell.shell().equals(Payload.Shell.USUAL)) {
                    out.text("shell", shell.shell());
                }
            }
            case Payload.Argv argv -> out.list("exec", argv.words());
            case Payload.Script script -> {
                out.text("script", NativePath.text(script.file()));
                args(script.args());
            }
            case Payload.Call call -> CallReader.write(call, out);
            case Payload.Sql sql -> SqlReader.write(sql.work(), out);
            case Payload.Http http -> new WebWriter(out).write(http.request());
            case Payload.Code code -> {
                out.text("run", PayloadText.write(code));
                args(code.args());
            }
        }
        if (step.stdin() != null) {
            out.text("stdin", step.stdin());
        }
    }

    private void args(List<String> args) {
        if (!args.isEmpty()) {
            out.list("args", args);
        }
    }

    private void policies(Policies policies) {
        if (policies.timeout() != null) {
            out.text("timeout", DurationText.write(policies.timeout()));
        }
        if (!policies.killAfter().equals(Policies.DEFAULT.killAfter())) {
            out.text("kill-after", DurationText.write(policies.killAfter()));
        }
        CatchUp catchUp = policies.catchUp();
        if (catchUp.mode() != CatchUp.DEFAULT.mode()) {
            out.text("catch-up", catchUp.mode().word());
        }
        if (!catchUp.window().equals(CatchUp.DEFAULT.window())) {
            out.text("catch-up-window", DurationText.write(catchUp.window()));
        }
        if (policies.delivery() != Policies.DEFAULT.delivery()) {
            out.text("delivery", policies.delivery().word());
        }
        DstText.write(policies.dst(), out);
        SettingsWriter.log(policies.log(), out);
    }
}
