package dev.supertask.timetable;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import dev.supertask.job.Payload;
import dev.supertask.job.WebRequest;
import dev.supertask.job.WebRequest.Body;
import dev.supertask.problem.Refusal;
import org.jspecify.annotations.Nullable;

/// Reads `http`: a URL, or a map with the request and what is wanted of its answer.
record WebReader(Values values, Path folder) {
    private static final String EXAMPLE = "https://HOST/PATH";
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final List<String> BODIES = List.of("body", "body-file", "json");
    private static final Pattern STATUS = Pattern.compile("[1-5]([0-9][0-9]|xx)");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern OUTPUT = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,127}");
    /// RFC 6901.
    private static final Pattern POINTER = Pattern.compile("(/([^/~]|~[01])*)*");
    private static final Set<String> OF_THE_CONNECTION = Set.of("connection", "content-length", "expect", "upgrade",
            "transfer-encoding");

    @Nullable
    Payload read(Field field) {
        if (field.value() instanceof Yaml.Scalar scalar && !scalar.isNothing()) {
            String url = url(field);
            return url == null ? null : new Payload.Http(get(url));
        }
        Yaml.Mapping map = values.map(field, "write the URL, or {url: " + EXAMPLE + ", …}");
        if (map == null) {
            return null;
        }
        Fields keys = Fields.of(map, " in " + field.label(), Keys.HTTP, values.reading());
        Field address = keys.get("url");
        if (address == null && !keys.hint(List.of("url"))) {
            values.reading().mistake(field.key().span(), field.label() + " names no URL",
                    "add \"url\", such as " + EXAMPLE);
        }
        String url = address == null ? null : url(address);
        Body body = body(keys, field);
        String method = method(keys.get("method"), body);
        Map<String, String> headers = headers(keys.get("headers"));
        WebRequest.Login login = login(keys);
        List<String> expect = expect(keys.get("expect"));
        Field file = keys.get("output-file");
        Path output = file == null ? null : values.path(file, folder);
        Map<String, String> outputs = outputs(keys.get("outputs"));
        WebRequest.Conduct conduct = new ConductReader(values, folder).read(keys);
        return url == null || method == null
                ? null
                : new Payload.Http(new WebRequest(method, url, headers, login, body, expect,
                        new WebRequest.Answer(output, outputs), conduct));
    }

    /// A request for what is at a URL.
    static WebRequest get(String url) {
        return new WebRequest("GET", url, Map.of(), null, new Body.None(), WebRequest.SUCCESS,
                new WebRequest.Answer(null, Map.of()), WebRequest.Conduct.DEFAULT);
    }

    /// Makes sure that a text is a URL that can be asked, as far as it is known.
    ///
    /// @throws Refusal when it is none
    static String requireUrl(String text) {
        if (References.any(text)) {
            return text;
        }
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https") || uri.getHost() == null) {
                throw Refusal.mistake("\"" + text + "\" is no URL of the web", "write " + EXAMPLE);
            }
            if (uri.getRawUserInfo() != null) {
                throw Refusal.mistake("a URL with a user in it would be kept and shown",
                        "write \"user\" and \"password\" beside it");
            }
            return text;
        } catch (URISyntaxException e) {
            throw Refusal.mistake("\"" + text + "\" is no URL: " + e.getReason().toLowerCase(Locale.ROOT),
                    "write what URLs cannot hold as %20 and so on");
        }
    }

    /// @throws Refusal when a word is no method
    static String requireMethod(String word) {
        if (!METHODS.contains(word)) {
            throw Refusal.mistake("\"" + word + "\" is no method", "write one of " + String.join(", ", METHODS));
        }
        return word;
    }

    private @Nullable String url(Field field) {
        String text = new RequestValues(values).text(field);
        return text == null || !(field.value() instanceof Yaml.Scalar scalar)
                ? null
                : values.reading().parse(scalar, 0, WebReader::requireUrl, text);
    }

    private @Nullable String method(@Nullable Field field, Body body) {
        if (field == null) {
            return body instanceof Body.None ? "GET" : "POST";
        }
        return values.choice(field, METHODS.toArray(String[]::new), method -> method);
    }

    private Body body(Fields keys, Field itself) {
        List<Field> bodies = keys.all().stream().filter(field -> BODIES.contains(field.key().text())).toList();
        if (bodies.size() > 1) {
            values.reading().mistake(bodies.get(1).key().span(), itself.label() + " has both \""
                    + bodies.getFirst().key().text() + "\" and \"" + bodies.get(1).key().text() + "\"",
                    "keep one of them");
        }
        if (bodies.isEmpty()) {
            return new Body.None();
        }
        Field field = bodies.getFirst();
        return switch (field.key().text()) {
            case "json" -> json(field);
            case "body-file" -> {
                Path path = values.path(field, folder);
                yield path == null ? new Body.None() : new Body.File(path);
            }
            default -> {
                String text = values.text(field);
                yield text == null ? new Body.None() : new Body.Text(text);
            }
        };
    }

    private Body json(Field field) {
        check(field.value());
        return new Body.Json(new Literals(values.reading()).json(field.value(), field.label()));
    }

    private void check(Yaml value) {
        switch (value) {
            case Yaml.Scalar scalar -> References.check(scalar, values.reading());
            case Yaml.Sequence list -> list.items().forEach(this::check);
            case Yaml.Mapping map -> map.entries().forEach(entry -> check(entry.value()));
            case Yaml.Broken _ -> {
                // It was told of.
            }
        }
    }

    private Map<String, String> headers(@Nullable Field field) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Field header : entries(field, "write {NAME: VALUE}")) {
            String name = header.key().text();
            String value = new RequestValues(values).text(header);
            if (!HEADER.matcher(name).matches()) {
                values.reading().mistake(header.key().span(), "\"" + name + "\" cannot name a header",
                        "use letters, digits and \"-\"");
            } else if (OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.reading().mistake(header.key().span(), header.label() + " is said by Supertask itself",
                        "remove it");
            } else if (value != null && value.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7F)) {
                values.reading().mistake(header.value().span(), header.label() + " holds a control character",
                        "write it on one line");
            } else if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    private WebRequest.@Nullable Login login(Fields keys) {
        Field user = keys.get("user");
        Field secret = keys.get("password");
        String name = new RequestValues(values).text(user);
        String password = new RequestValues(values).password(secret);
        if (secret != null && user == null) {
            values.reading().mistake(secret.key().span(), secret.label() + " belongs to no \"user\"",
                    "add one; a token belongs into \"headers\"");
        }
        return name == null ? null : new WebRequest.Login(name, password == null ? "" : password);
    }

    private List<String> expect(@Nullable Field field) {
        if (field == null) {
            return WebRequest.SUCCESS;
        }
        List<Yaml.Scalar> texts = values.oneOrMore(field);
        texts.stream().filter(text -> !STATUS.matcher(text.text()).matches()).forEach(text -> values.reading()
                .mistake(text.span(), "\"" + text.text() + "\" is no status", "write one such as 200 or 2xx"));
        return texts.stream().map(Yaml.Scalar::text).toList();
    }

    private Map<String, String> outputs(@Nullable Field field) {
        Map<String, String> outputs = new LinkedHashMap<>();
        for (Field output : entries(field, "write {NAME: /JSON/POINTER}")) {
            String name = output.key().text();
            Yaml.Scalar pointer = values.scalar(output);
            if (!OUTPUT.matcher(name).matches()) {
                values.reading().mistake(output.key().span(), "\"" + name + "\" cannot name an output",
                        "use letters, digits, \"_\", \".\" and \"-\", and a letter first");
            } else if (pointer != null && !POINTER.matcher(pointer.text()).matches()) {
                values.reading().mistake(pointer.span(), "\"" + pointer.text() + "\" is no JSON Pointer",
                        "write a \"/\" before each name or number on the way, such as /items/0/id");
            } else if (pointer != null) {
                outputs.put(name, pointer.text());
            }
        }
        return outputs;
    }

    private List<Field> entries(@Nullable Field field, String remedy) {
        Yaml.Mapping map = field == null ? null : values.map(field, remedy);
        return field == null || map == null
                ? List.of()
                : List.copyOf(Fields.any(map, name -> "\"" + name + "\" in " + field.label(), values.reading()).all());
    }
}
