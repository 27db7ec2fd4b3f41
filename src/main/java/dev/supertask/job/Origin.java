package dev.supertask.job;

/// Where a namespace's jobs come from.
///
/// @param host the machine's name as `gethostname(2)` gives it
/// @param user the login name of the uid that applied them
/// @param resource the timetable's absolute path with links resolved, its URL, or the inline text
public record Origin(String host, String user, String resource) {

    /// `user@host resource`, for messages.
    public String words() {
        return resource + " (" + user + "@" + host + ")";
    }
}
