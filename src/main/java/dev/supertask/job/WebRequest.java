package dev.supertask.job;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// A request to a server on the web. `${NAME}` in `url`, in the values of `headers`, in the texts of a JSON body and in
/// `login` stands for a variable of the environment that the payload is launched in, and is nowhere replaced before.
///
/// @param method such as `GET`
/// @param url with the scheme http or https
/// @param headers of the request, besides what HTTP itself needs
/// @param login who asks, for servers that take user and password; or null
/// @param body what is sent
/// @param expect what the status may be: `200`, or `2xx` for all from 200 to 299
/// @param answer what becomes of the answer
/// @param conduct how it is asked
public record WebRequest(String method, String url, Map<String, String> headers, @Nullable Login login, Body body,
        List<String> expect, Answer answer, Conduct conduct) {
    /// What the status may be where nothing is said.
    public static final List<String> SUCCESS = List.of("2xx");

    /// Copies headers, in their order, and statuses.
    public WebRequest {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        expect = List.copyOf(expect);
    }

    /// The same by another method.
    public WebRequest withMethod(String other) {
        return new WebRequest(other, url, headers, login, body, expect, answer, conduct);
    }

    /// A user and a password.
    public record Login(String user, String password) {}

    /// What a request sends.
    public sealed interface Body {

        /// Nothing.
        record None() implements Body {}

        /// A text, as it is.
        record Text(String text) implements Body {}

        /// What is in a file.
        record File(Path path) implements Body {}

        /// The canonical JSON of any value.
        record Json(String json) implements Body {}
    }

    /// What becomes of the answer.
    ///
    /// @param file where its body goes, or null for the log
    /// @param outputs values of its body that are given out: JSON Pointers by name
    public record Answer(@Nullable Path file, Map<String, String> outputs) {
        /// Copies the pointers, in their order.
        public Answer {
            outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        }
    }

    /// How a server is asked.
    ///
    /// @param timeout how long one try may take, from the connection to the last byte of the answer
    /// @param retries how often it is tried again when the server fails or does not answer
    /// @param delay how long after that
    /// @param redirects which redirects are followed
    /// @param ca a file of certificates in PEM, one of which must have signed the server's, or null for those that
    ///            Java knows
    /// @param insecure whether it does not matter who the server is
    /// @param allowLinkLocal whether it may be an address of this link only, or one that tells machines of a cloud about
    ///            themselves
    public record Conduct(Duration timeout, int retries, Duration delay, Redirects redirects, @Nullable Path ca,
            boolean insecure, boolean allowLinkLocal) {
        /// Where nothing is said.
        public static final Conduct DEFAULT = new Conduct(Duration.ofMinutes(5), 0, Duration.ofSeconds(1),
                Redirects.FOLLOW, null, false, false);
    }

    /// Which redirects are followed; none is from https to http.
    public enum Redirects {
        /// All of them.
        FOLLOW("follow"),
        /// Those to the same host.
        SAME_HOST("same-host"),
        /// None.
        NONE("none");

        private final String word;

        Redirects(String word) {
            this.word = word;
        }

        /// The word for it in timetables.
        public String word() {
            return word;
        }
    }
}
