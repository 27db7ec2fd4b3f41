package dev.supertask.job;

/// A language whose code can be a payload.
public enum Language {
    /// Run by `python3 -c`.
    PYTHON("python"),
    /// Run by `node -e`.
    NODE("node");

    private final String key;

    Language(String key) {
        this.key = key;
    }

    /// The word that names it in a timetable and before the colon of an inline command.
    public String key() {
        return key;
    }
}
