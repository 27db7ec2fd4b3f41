package dev.supertask.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import dev.supertask.job.Callee;
import dev.supertask.job.Job;
import dev.supertask.job.Payload;
import org.junit.jupiter.api.Test;

/// Calls of Python functions, in the concise form.
class CallTest {

    @Test
    void callsAFunctionOfAModule() {
        assertEquals(new Payload.Call(new Callee.Entrypoint("jobs.backup", "Backup.run"), "[]", "{}"),
                payload("call: jobs.backup:Backup.run"));
    }

    @Test
    void callsAFunctionOfAFileOrTheFileItself() {
        assertEquals(new Payload.Call(new Callee.PythonFile(Path.of("/srv/ops/bin/backup.py"), "main"), "[]", "{}"),
                payload("call: bin/backup.py:main"));
        assertEquals(new Payload.Call(new Callee.PythonFile(Path.of("/opt/backup.py"), ""), "[]", "{}"),
                payload("call: /opt/backup.py"));
    }

    @Test
    void takesArgumentsOfAnyTypeByTheCoreSchema() {
        assertEquals(new Payload.Call(new Callee.Entrypoint("a", "b"),
                "[1, -2, 15, 1.0, 0.5, 1e3, true, false, null, null, Infinity, NaN, \"no\", \"1\", \"2026-01-01\"]",
                "{\"a b\": {\"c\": [\"é\\n\\\"\"]}, \"1\": \"\"}"), payload("""
                        call: a:b
                        args: [1, -02, 0xF, 1., .5, +1e3, True, false, null, ~, .inf, .nan, no, "1", 2026-01-01]
                        kwargs: {a b: {c: ["é\\n\\""]}, 1: ""}"""));
    }

    @Test
    void writesThemSoThatTheyKeepTheirTypes() {
        Job job = job("call: a:b\nargs: [1, '1', no, 'true', [.inf], é, {a b: x}]\nkwargs: {n: 1.50, text: 'a: b'}");

        assertEquals("""
                a:
                  title: Some words
                  when: "@daily"
                  timezone: Europe/Berlin
                  call: "a:b"
                  args: [1, "1", no, "true", [.inf], "é", {a b: x}]
                  kwargs:
                    n: 1.50
                    text: "a: b"
                  working-dir: /srv/ops
                """, JobText.write(job));
        assertEquals(job, JobText.read(JobText.write(job)));
    }

    private static Payload payload(String keys) {
        return job(keys).steps().getFirst().payload();
    }

    private static Job job(String keys) {
        return Texts.read("jobs:\n  a:\n    title: Some words\n    when: '@daily'\n" + keys.indent(4)).jobs()
                .getFirst();
    }
}
