package dev.supertask.request.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import dev.supertask.job.SqlWork;
import dev.supertask.job.SqlWork.Statements;
import dev.supertask.request.errand.Errand;
import dev.supertask.request.errand.FailedException;
import dev.supertask.request.sql.SqlText.Statement;
import org.jspecify.annotations.Nullable;

/// Executes statements in a database, tells of each how many rows it changed or found, shows the rows of the last result,
/// and gives out `rows`, how many those are, and `count`: the value where there is but one, else how many rows all
/// statements changed.
public final class SqlErrand {
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final int LONGEST_LINE = 100;

    private final SqlWork work;
    private final Errand errand;

    /// @param work what is to be done
    /// @param errand where
    public SqlErrand(SqlWork work, Errand errand) {
        this.work = work;
        this.errand = errand;
    }

    /// Does it.
    ///
    /// @throws FailedException when it cannot be done; all of it is undone then, if it is one transaction
    public void run() throws FailedException {
        String url = errand.expand(work.url());
        List<Statement> statements = statements();
        List<Parameters.Bound> bound = bound(statements, url);
        Path output = work.outputFile();
        RowFile file = output == null
                ? null
                : new RowFile(output, errand.env().getOrDefault("SUPERTASK_RUN_ID", "draft"));
        try (Session session = Session.on(connect(url), work.transaction())) {
            Result last = null;
            long changed = 0;
            for (int i = 0; i < statements.size(); i++) {
                Session.Done done = execute(session, statements, bound, i, file);
                last = done.result() == null ? last : done.result();
                changed += done.changed();
            }
            commit(session, statements.size());
            if (file != null) {
                file.keep();
            }
            tell(last, changed);
        } catch (SQLException e) {
            throw new FailedException(reason(e), e);
        }
    }

    private List<Statement> statements() throws FailedException {
        List<Statement> statements = switch (work.statements()) {
            case Statements.Each each -> each.texts().stream().map(text -> new Statement(text, 0)).toList();
            case Statements.Script script -> new SqlText(script.text()).statements();
            case Statements.File file -> new SqlText(read(file.path())).statements();
        };
        if (statements.isEmpty()) {
            throw new FailedException(work.statements() instanceof Statements.File(Path path)
                    ? "file \"" + path + "\" has no statement"
                    : "there is no statement");
        }
        return statements;
    }

    private static String read(Path file) throws FailedException {
        try {
            String text = Files.readString(file);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            throw new FailedException(Files.exists(file)
                    ? "file \"" + file + "\" cannot be read: " + e.getMessage()
                    : "no file \"" + file + "\"", e);
        }
    }

    private List<Parameters.Bound> bound(List<Statement> statements, String url) throws FailedException {
        Parameters parameters = Parameters.read(work.params(), errand);
        String escape = url.startsWith(POSTGRESQL) ? "??" : "?";
        List<Parameters.Bound> bound = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            bound.add(parameters.of(statements.get(i).text(), label(statements, i), escape));
        }
        parameters.requireUsed();
        return bound;
    }

    private Connection connect(String url) throws FailedException {
        Properties properties = new Properties();
        String user = errand.expandIfAny(work.user());
        String password = errand.expandIfAny(work.password());
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        if (url.startsWith(POSTGRESQL)) {
            // A text that is bound is of whatever type its place has, as one that is written there.
            properties.setProperty("stringtype", "unspecified");
            properties.setProperty("ApplicationName", "supertask");
        }
        String drivers = errand.env().get("SUPERTASK_DRIVERS");
        try {
            return new Drivers(drivers == null ? null : Path.of(drivers)).connect(url, properties);
        } catch (SQLException e) {
            throw new FailedException("no connection to the database: " + reason(e), e);
        }
    }

    private Session.Done execute(Session session, List<Statement> statements, List<Parameters.Bound> bound, int index,
            @Nullable RowFile file) throws FailedException {
        String line = (index + 1) + " of " + statements.size() + ": " + firstLine(statements.get(index).text());
        try {
            Session.Done done = session.execute(bound.get(index),
                    file == null ? SqlErrand::nowhere : file::open);
            Result result = done.result();
            errand.out()
                    .println(line + " · " + (result == null ? rows(done.changed()) + " changed" : rows(result.rows())));
            errand.out().flush();
            return done;
        } catch (SQLException e) {
            session.rollBack();
            if (session.isEnding()) {
                throw new FailedException(label(statements, index) + " was stopped", e);
            }
            errand.out().println(line + " · failed");
            throw new FailedException(label(statements, index) + " failed: " + reason(e) + undone(index), e);
        }
    }

    private String undone(int before) {
        return before == 0 ? "" : work.transaction() ? " · all was rolled back" : " · what came before it is kept";
    }

    private void commit(Session session, int statements) throws FailedException {
        try {
            session.commit();
        } catch (SQLException e) {
            session.rollBack();
            throw new FailedException("the " + statements + " statements could not be committed: " + reason(e), e);
        }
    }

    private void tell(@Nullable Result last, long changed) throws FailedException {
        String count = Long.toString(changed);
        if (last != null) {
            last.table().forEach(errand.out()::println);
            errand.output("rows", Long.toString(last.rows()));
            String single = last.single();
            count = single == null ? count : single;
        }
        errand.output("count", count);
    }

    private String label(List<Statement> statements, int index) {
        int line = statements.get(index).line();
        String where = line == 0 ? ""
                : work.statements() instanceof Statements.File(Path file)
                        ? ", line " + line + " of \"" + file.getFileName() + "\","
                : ", line " + line + ",";
        return "statement " + (index + 1) + " of " + statements.size() + where;
    }

    private static String rows(long count) {
        return count + (count == 1 ? " row" : " rows");
    }

    private static Result.Rows nowhere(List<String> columns) {
        return new Result.Rows() {
            @Override
            public void add(List<@Nullable Object> row) {
                // Nobody asked for more than the first ones.
            }

            @Override
            public void close() {
                // There is nothing to close.
            }
        };
    }

    private static String firstLine(String statement) {
        String line = statement.lines().map(String::strip).filter(text -> !text.isEmpty() && !text.startsWith("--"))
                .findFirst().orElse("");
        return line.codePointCount(0, line.length()) <= LONGEST_LINE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_LINE - 1)) + "…";
    }

    /// What a database said, on one line: H2 repeats the whole statement behind it.
    private static String reason(SQLException e) {
        String message = String.valueOf(e.getMessage()).replaceFirst("(?s); SQL statement:\\n.*$", "")
                .lines().findFirst().orElse("").strip();
        return e.getSQLState() == null ? message : message + " (SQLState " + e.getSQLState() + ")";
    }
}
