package dev.supertask.timetable;

import java.nio.file.Path;

import dev.supertask.job.Callee;
import dev.supertask.job.Payload;
import org.jspecify.annotations.Nullable;

/// Reads a call of a Python function: `call` with `args` and `kwargs`.
record CallReader(Values values, Path folder) {

    @Nullable
    Payload read(Field field, @Nullable Field args, @Nullable Field kwargs) {
        Yaml.Scalar text = values.scalar(field);
        Callee callee = text == null
                ? null
                : values.reading().parse(text, 0, t -> CalleeText.read(t, folder), text.text());
        return payload(callee, args, kwargs);
    }

    /// The payload with its arguments; null where there is nothing to call.
    @Nullable
    Payload payload(@Nullable Callee callee, @Nullable Field args, @Nullable Field kwargs) {
        String list = args == null ? "[]" : args(args);
        String map = kwargs == null ? "{}" : kwargs(kwargs);
        return callee == null ? null : new Payload.Call(callee, list, map);
    }

    private String args(Field field) {
        if (field.value() instanceof Yaml.Sequence list) {
            return new Literals(values.reading()).json(list, field.label());
        }
        values.texts(field, "write [VALUE, …]"); // says that it is no list
        return "[]";
    }

    private String kwargs(Field field) {
        Yaml.Mapping map = values.map(field, "write {NAME: VALUE, …}");
        return map == null ? "{}" : new Literals(values.reading()).json(map, field.label());
    }

    static void write(Payload.Call call, YamlWriter out) {
        out.text("call", CalleeText.write(call.callee()));
        if (!call.args().equals("[]")) {
            out.literal("args", Literals.flow(call.args()));
        }
        if (!call.kwargs().equals("{}")) {
            out.open("kwargs");
            Literals.entries(call.kwargs())
                    .forEach(entry -> out.literal(entry.key().text(), Literals.flow(entry.value())));
            out.close();
        }
    }
}
