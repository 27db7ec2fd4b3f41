package dev.supertask.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.supertask.problem.Refusal;

/// Where a text of the network is. User and password are used to fetch it and told nobody.
///
/// @param uri with scheme `http` or `https`, a host, and maybe user and password
record Address(URI uri) {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*", Pattern.DOTALL);

    /// Whether a name is meant as an address, not as a path.
    static boolean isMeant(String name) {
        return SCHEME.matcher(name).matches();
    }

    /// @throws Refusal if nothing can be fetched there
    static Address of(String name) {
        try {
            return checked(new URI(name));
        } catch (URISyntaxException e) {
            throw noUrl(name);
        }
    }

    /// The address that a name in a text of this address means.
    ///
    /// @throws Refusal if nothing can be fetched there
    Address resolve(String name) {
        try {
            return checked(uri.resolve(new URI(name)));
        } catch (URISyntaxException e) {
            throw noUrl(name);
        }
    }

    /// Of a text that is no URL nobody knows where a password ends: at the last `@` at the latest.
    private static Refusal noUrl(String name) {
        return Refusal.mistake("\"" + name.replaceFirst("(?s)//.*@", "//") + "\" is no URL",
                "write what stands out of place as %XX");
    }

    private static Address checked(URI uri) {
        Address address = new Address(uri);
        if (!Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT).matches("https?")) {
            throw Refusal.mistake("\"" + address.text() + "\" cannot be fetched", "only http and https can be");
        }
        if (uri.getHost() == null) {
            throw Refusal.mistake("\"" + address.text() + "\" names no host", "write https://HOST/PATH");
        }
        return address;
    }

    /// As it may be told and kept: without user, password and fragment.
    String text() {
        return without(uri.toString()).replaceFirst("#.*", "");
    }

    private static String without(String url) {
        return url.replaceFirst("//[^/?#]*@", "//");
    }

    /// The header that says who asks, where the address does.
    Optional<String> authorization() {
        return Optional.ofNullable(uri.getUserInfo()).map(user -> user.contains(":") ? user : user + ":")
                .map(user -> "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
    }

    /// This address with another one's user and password.
    Address withUserOf(Address other) {
        String user = other.uri.getRawUserInfo();
        return user == null
                ? this
                : new Address(URI.create(text().replaceFirst("//", Matcher.quoteReplacement("//" + user + "@"))));
    }

    /// Whether another address belongs to the same server, so that a password may go there.
    boolean isSameServer(Address other) {
        return server().equalsIgnoreCase(other.server());
    }

    private String server() {
        boolean secure = isSecure();
        int port = uri.getPort() < 0 ? secure ? 443 : 80 : uri.getPort();
        return (secure ? "https://" : "http://") + uri.getHost() + ":" + port;
    }

    /// Whether nobody on the way can change what is fetched.
    boolean isSecure() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    /// Where it is fetched in the end: without what the server must not see.
    URI plain() {
        return URI.create(text());
    }
}
