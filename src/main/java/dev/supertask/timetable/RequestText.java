package dev.supertask.timetable;

import java.nio.file.Path;

import dev.supertask.job.Payload;
import dev.supertask.job.SqlWork;
import dev.supertask.job.WebRequest;
import dev.supertask.problem.Refusal;

/// A payload that a program of ours carries out, as the text that is handed to it.
public final class RequestText {

    private RequestText() {}

    /// The text of SQL for a database.
    public static String write(SqlWork work) {
        YamlWriter out = new YamlWriter();
        SqlReader.write(work, out);
        return out.text();
    }

    /// The text of a request to a server.
    public static String write(WebRequest request) {
        YamlWriter out = new YamlWriter();
        new WebWriter(out).write(request);
        return out.text();
    }

    /// The payload of a text that was written so.
    ///
    /// @throws Refusal when it is none
    public static Payload read(String text) {
        Reading reading = new Reading(new SourceText("request", text));
        Payload payload = null;
        if (TreeReader.read(reading) instanceof Yaml.Mapping map && map.entries().size() == 1) {
            Yaml.Entry only = map.entries().getFirst();
            Field field = new Field("\"" + only.key().text() + "\"", only.key(), only.value());
            Values values = new Values(reading);
            Path nowhere = Path.of("/"); // all paths are absolute
            payload = only.key().text().equals("sql")
                    ? new SqlReader(values, nowhere).read(field)
                    : new WebReader(values, nowhere).read(field);
        }
        reading.problems().throwIfRefused();
        if (payload == null) {
            throw Refusal.mistake("this is not the text of one request", null);
        }
        return payload;
    }
}
