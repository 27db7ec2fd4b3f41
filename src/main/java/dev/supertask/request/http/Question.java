package dev.supertask.request.http;

import java.io.FileNotFoundException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.supertask.job.WebRequest;
import dev.supertask.job.WebRequest.Body;
import dev.supertask.job.WebRequest.Login;
import dev.supertask.request.errand.Errand;
import dev.supertask.request.errand.FailedException;
import dev.supertask.wire.Json;
import org.jspecify.annotations.Nullable;

/// A request as it is sent, with the values of its variables.
///
/// @param method such as `GET`
/// @param uri where to
/// @param headers what is said besides
/// @param body what is sent, or null for nothing
record Question(String method, URI uri, Map<String, String> headers, @Nullable Content body) {
    /// What another server may hear as well, to which the one that was asked refers.
    private static final Set<String> FOR_EVERYBODY = Set.of("accept", "accept-language", "accept-encoding",
            "user-agent",
            "content-type");

    /// What is sent.
    ///
    /// @param text as it is; empty where there is a file
    /// @param file what is in it is sent; null for the text
    record Content(String text, @Nullable Path file) {

        BodyPublisher publisher() throws FailedException {
            try {
                return file != null ? BodyPublishers.ofFile(file) : BodyPublishers.ofString(text);
            } catch (FileNotFoundException e) {
                throw new FailedException("no file \"" + file + "\"", e);
            }
        }
    }

    /// The question that a request stands for.
    static Question of(WebRequest request, Errand errand) throws FailedException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            headers.put(header.getKey(), errand.expand(header.getValue()));
        }
        headers.putIfAbsent("User-Agent", "supertask");
        Login login = request.login();
        if (login != null) {
            String pair = errand.expand(login.user()) + ":" + errand.expand(login.password());
            headers.putIfAbsent("Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        Content body = switch (request.body()) {
            case Body.None _ -> null;
            case Body.Text text -> new Content(text.text(), null);
            case Body.File file -> new Content("", file.path());
            case Body.Json json -> {
                headers.putIfAbsent("Content-Type", "application/json");
                yield new Content(Json.line(expanded(Json.parse(json.json()), errand)), null);
            }
        };
        return new Question(request.method(), url(request.url(), errand), headers, body);
    }

    private static URI url(String text, Errand errand) throws FailedException {
        int end = text.startsWith("${") ? text.indexOf('}') + 1 : 0;
        // At the start a variable may be a whole URL; elsewhere it is one part of it, whatever stands in it.
        String url = errand.expand(text.substring(0, end)) + errand.expand(text.substring(end), Question::encoded);
        try {
            URI uri = new URI(url);
            return requireWeb(uri, text);
        } catch (URISyntaxException e) {
            throw new FailedException("\"" + text + "\" comes to no URL: " + e.getReason(), e);
        }
    }

    private static URI requireWeb(URI uri, String text) throws FailedException {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https") || uri.getHost() == null) {
            throw new FailedException("\"" + text + "\" leads to no server of the web");
        }
        return uri;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static @Nullable Object expanded(@Nullable Object value, Errand errand) throws FailedException {
        if (value instanceof String text) {
            return errand.expand(text);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> all = new ArrayList<>();
            for (Object each : list) {
                all.add(expanded(each, errand));
            }
            return all;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> all = new LinkedHashMap<>();
            for (Map.Entry<?, ?> each : map.entrySet()) {
                all.put(String.valueOf(each.getKey()), expanded(each.getValue(), errand));
            }
            return all;
        }
        return value;
    }

    /// The question to where the answer with this status refers.
    ///
    /// @param location as the answer has it
    Question redirected(int status, String location) throws FailedException {
        URI next;
        try {
            next = requireWeb(uri.resolve(new URI(location)), location);
        } catch (URISyntaxException e) {
            throw new FailedException("the server redirects to \"" + location + "\", which is no URL", e);
        }
        if (isSecure(uri) && !isSecure(next)) {
            throw new FailedException("the server redirects from https to http, to \"" + next.getHost()
                    + "\", which is not followed");
        }
        boolean plain = status == 303 && !method.equals("HEAD")
                || (status == 301 || status == 302) && method.equals("POST");
        Map<String, String> told = new TreeMap<>(headers);
        if (!isSameServer(next)) {
            told.keySet().removeIf(name -> !FOR_EVERYBODY.contains(name.toLowerCase(Locale.ROOT)));
        }
        return new Question(plain ? "GET" : method, next, told, plain ? null : body);
    }

    private boolean isSameServer(URI other) {
        return uri.getHost().equalsIgnoreCase(other.getHost()) && uri.getPort() == other.getPort()
                && isSecure(uri) == isSecure(other);
    }

    private static boolean isSecure(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    /// For the client.
    HttpRequest request() throws FailedException {
        try {
            HttpRequest.Builder builder = HttpRequest.newBuilder(uri).method(method,
                    body == null ? BodyPublishers.noBody() : body.publisher());
            headers.forEach(builder::setHeader);
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw new FailedException("it cannot be asked: " + e.getMessage(), e);
        }
    }
}
