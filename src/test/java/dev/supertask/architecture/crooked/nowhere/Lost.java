package dev.supertask.architecture.crooked.nowhere;

/// Lives in a package that is in no table.
public interface Lost {}
