package dev.supertask.architecture.crooked.job;

/// Uses nothing.
public interface Plan {}
