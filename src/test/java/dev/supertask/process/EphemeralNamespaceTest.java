package dev.supertask.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

import dev.supertask.testkit.BuiltProgram;
import dev.supertask.testkit.RunningProgram.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A text that names no namespace gets one of its own, by who runs it where.
class EphemeralNamespaceTest {
    @TempDir
    private Path folder;

    @Test
    void isTheMd5OfHostUserAndInlineText() throws Exception {
        BuiltProgram supertask = new BuiltProgram(folder);
        supertask.run("run", "--", "cmd:echo hello");
        assertTrue(Files.isDirectory(supertask.store().resolve(md5(supertask, "cmd:echo hello"))));
    }

    @Test
    void isTheMd5OfHostUserAndTheFileWithLinksResolved() throws Exception {
        BuiltProgram supertask = new BuiltProgram(folder);
        Path file = supertask.write("real.yaml", "jobs:\n  a: {when: once, run: echo}\n");
        Files.createSymbolicLink(supertask.work().resolve("link.yaml"), file);
        assertEquals(0, supertask.run("run", "--file", "link.yaml").exit());
        assertTrue(Files.isDirectory(supertask.store().resolve(md5(supertask, file.toRealPath().toString()))));
    }

    @Test
    void isFoundByItsFirstSixDigits() throws Exception {
        BuiltProgram supertask = new BuiltProgram(folder);
        supertask.run("run", "--", "cmd:echo hello");
        supertask.run("run", "--", "cmd:echo another");
        String id = md5(supertask, "cmd:echo hello");
        Result jobs = supertask.run("list-jobs", "--ns=" + id.substring(0, 6), "--output", "csv");
        assertEquals(0, jobs.exit());
        assertEquals(1, jobs.out().lines().filter(line -> line.startsWith(id + ",inline,")).count(), jobs.out());
        assertEquals(2, jobs.out().lines().count(), jobs.out());
    }

    private static String md5(BuiltProgram supertask, String resource) throws Exception {
        String who = supertask.shell("printf %s \"$(uname -n)-$(id -un)-\"").out();
        byte[] digest = MessageDigest.getInstance("MD5").digest((who + resource).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
