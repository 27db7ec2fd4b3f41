package dev.supertask.timetable;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import dev.supertask.job.Payload;
import dev.supertask.job.SqlWork;
import dev.supertask.job.SqlWork.Statements;
import dev.supertask.keeper.NativePath;
import org.jspecify.annotations.Nullable;

/// Reads `sql`: a map with the database and what is executed there.
record SqlReader(Values values, Path folder) {
    private static final String EXAMPLE = "jdbc:postgresql://HOST/DATABASE or jdbc:h2:/PATH";

    @Nullable
    Payload read(Field field) {
        Yaml.Mapping map = values.map(field, "write {url: \"jdbc:…\", statements: [\"…\"]}");
        if (map == null) {
            return null;
        }
        Fields keys = Fields.of(map, " in " + field.label(), Keys.SQL, values.reading());
        String url = url(keys.get("url"), field, keys);
        Statements statements = statements(keys, field);
        String user = new RequestValues(values).text(keys.get("user"));
        String password = new RequestValues(values).password(keys.get("password"));
        Path output = output(keys.get("output-file"));
        String params = params(keys.get("params"));
        Field transaction = keys.get("transaction");
        Boolean one = transaction == null ? Boolean.TRUE : values.flag(transaction);
        return url == null || statements == null || one == null
                ? null
                : new Payload.Sql(new SqlWork(url, user, password, statements, params, one, output));
    }

    private @Nullable String url(@Nullable Field url, Field itself, Fields keys) {
        if (url == null) {
            if (!keys.hint(List.of("url"))) {
                values.reading().mistake(itself.key().span(), itself.label() + " names no database",
                        "add \"url\", such as " + EXAMPLE);
            }
            return null;
        }
        String text = new RequestValues(values).text(url);
        if (text != null && !text.startsWith("jdbc:") && !text.startsWith("${")) {
            values.reading().mistake(url.value().span(), "\"" + text + "\" is no JDBC URL", "write " + EXAMPLE);
            return null;
        }
        return text;
    }

    private @Nullable Statements statements(Fields keys, Field itself) {
        Field statements = keys.get("statements");
        Field file = keys.get("file");
        if (statements != null && file != null) {
            Field second = file.key().span().line() > statements.key().span().line()
                    || file.key().span().column() > statements.key().span().column() ? file : statements;
            values.reading().mistake(second.key().span(),
                    itself.label() + " has both \"statements\" and \"file\"", "keep one of them");
            return null;
        }
        if (file != null) {
            Path path = values.path(file, folder);
            return path == null ? null : new Statements.File(path);
        }
        if (statements == null) {
            if (!keys.hint(List.of("statements", "file"))) {
                values.reading().mistake(itself.key().span(), itself.label() + " has nothing to execute",
                        "add \"statements\" or \"file\"");
            }
            return null;
        }
        List<Yaml.Scalar> texts = values.oneOrMore(statements);
        for (Yaml.Scalar text : texts) {
            if (text.text().isBlank()) {
                values.reading().mistake(text.span(), "a statement of " + itself.label() + " is empty",
                        "write one, or remove it");
                return null;
            }
        }
        if (texts.isEmpty()) {
            return null;
        }
        return statements.value() instanceof Yaml.Scalar
                ? new Statements.Script(texts.getFirst().text())
                : new Statements.Each(texts.stream().map(Yaml.Scalar::text).toList());
    }

    private String params(@Nullable Field field) {
        if (field == null) {
            return SqlWork.NO_PARAMS;
        }
        if (field.value() instanceof Yaml.Mapping || field.value() instanceof Yaml.Sequence) {
            return new Literals(values.reading()).json(field.value(), field.label());
        }
        values.texts(field, "write [VALUE, …] for each \"?\", or {NAME: VALUE} for each \":NAME\"");
        return SqlWork.NO_PARAMS;
    }

    private @Nullable Path output(@Nullable Field field) {
        Path path = field == null ? null : values.path(field, folder);
        String name = path == null ? "" : path.toString().toLowerCase(Locale.ROOT);
        if (field != null && path != null && !name.endsWith(".csv") && !name.endsWith(".json")) {
            values.reading().mistake(field.value().span(), field.label() + " is neither CSV nor JSON",
                    "give the file a name that ends in .csv or .json");
        }
        return path;
    }

    static void write(SqlWork work, YamlWriter out) {
        out.open("sql");
        out.text("url", work.url());
        if (work.user() != null) {
            out.text("user", work.user());
        }
        if (work.password() != null) {
            out.text("password", work.password());
        }
        switch (work.statements()) {
            case Statements.Each each -> out.list("statements", each.texts());
            case Statements.Script script -> out.text("statements", script.text());
            case Statements.File file -> out.text("file", NativePath.text(file.path()));
        }
        if (!work.params().equals(SqlWork.NO_PARAMS)) {
            out.literal("params", Literals.flow(work.params()));
        }
        if (!work.transaction()) {
            out.literal("transaction", "false");
        }
        if (work.outputFile() != null) {
            out.text("output-file", NativePath.text(work.outputFile()));
        }
        out.close();
    }
}
