package dev.supertask.socket;

import java.time.InstantSource;
import java.time.ZoneId;

import dev.supertask.store.ProcessIdentity;

/// Who asks, and where.
///
/// @param host this machine's name
/// @param process this process
/// @param clock the time
/// @param zone in which times are told
public record Machine(String host, ProcessIdentity process, InstantSource clock, ZoneId zone) {}
