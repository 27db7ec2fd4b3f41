package dev.supertask.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;

/// A world in which nothing is done: for looking at the commands themselves.
final class NoWorld {
    static final World NOWHERE = new World(Map.of(), Path.of("/"), InstantSource.system(), ZoneOffset.UTC, "ada",
            "web1", InputStream.nullInputStream(), OutputStream.nullOutputStream(), OutputStream.nullOutputStream(),
            World.Terminals.NONE);

    private NoWorld() {}
}
