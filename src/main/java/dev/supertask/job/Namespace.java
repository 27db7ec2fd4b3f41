package dev.supertask.job;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// Who a set of jobs belongs to.
///
/// @param id its name, `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`
/// @param title what people call it, may be empty
/// @param authors who wrote its timetable, may be empty
/// @param origin where its jobs come from
public record Namespace(String id, String title, List<String> authors, Origin origin) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /// Checks the id and copies the authors.
    public Namespace {
        if (!isValidId(id)) {
            throw new IllegalArgumentException("no namespace id: " + id);
        }
        authors = List.copyOf(authors);
    }

    /// Whether a word can name a namespace.
    public static boolean isValidId(String id) {
        return ID.matcher(id).matches();
    }

    /// The id of a timetable that names no namespace: the 32 hex digits of
    /// MD5(`{hostname}-{user}-{resource}`). An identifier, not a protection.
    public static String ephemeralId(Origin origin) {
        String text = origin.host() + "-" + origin.user() + "-" + origin.resource();
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(md5.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
