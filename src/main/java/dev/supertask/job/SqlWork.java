package dev.supertask.job;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// SQL for a database. `${NAME}` in `url`, `user`, `password` and in the texts of `params` stands for a variable of the
/// environment that the payload is launched in, and is nowhere replaced before: what is stored and shown holds no
/// password.
///
/// @param url a JDBC URL
/// @param user who connects, or null for what the URL says
/// @param password its password, or null for none
/// @param statements what is executed
/// @param params values that are bound: the canonical JSON of a list, one for each `?`, or of a map, for `:name`
/// @param transaction whether all of it is one transaction
/// @param outputFile where the rows of the last result go, by its ending as CSV or JSON; or null
public record SqlWork(String url, @Nullable String user, @Nullable String password, Statements statements,
        String params, boolean transaction, @Nullable Path outputFile) {
    /// No parameters.
    public static final String NO_PARAMS = "[]";

    /// What is executed, in order.
    public sealed interface Statements {

        /// One statement each, whatever is in them.
        record Each(List<String> texts) implements Statements {
            /// Copies them; at least one.
            public Each {
                texts = List.copyOf(texts);
                if (texts.isEmpty()) {
                    throw new IllegalArgumentException("no statements");
                }
            }
        }

        /// Statements with `;` between them.
        record Script(String text) implements Statements {}

        /// A file of statements with `;` between them.
        record File(Path path) implements Statements {}
    }
}
