package dev.supertask.timetable;

/// A key with its value, and what messages call it.
///
/// @param label the key in quotes and where it stands: `"timeout" in job "backup"`
record Field(String label, Yaml.Scalar key, Yaml value) {}
