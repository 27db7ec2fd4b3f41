package dev.supertask.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import dev.supertask.testkit.Cli;
import dev.supertask.timetable.TimetableText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Files that are no timetables, each with all that is said about it.
@Timeout(30)
class OddFilesTest {
    private static final String REMEDY = " · to hand a text over without a file, write it to the standard input of "
            + "--file -\n";

    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void anEmptyFolder() {
        cli = Cli.in(folder);
    }

    private void refuses(String name, String message) {
        assertEquals(new Cli.Answer(2, "", message), cli.run("validate", name));
    }

    private void refuses(byte[] bytes, String message) throws IOException {
        Files.write(folder.resolve("t.yaml"), bytes);
        refuses("t.yaml", message);
    }

    @Test
    void aPipeThatNobodyWritesTo() throws Exception {
        Process mkfifo = new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start();
        assertEquals(true, mkfifo.waitFor(10, TimeUnit.SECONDS));
        refuses("pipe", "supertask: \"pipe\" is a pipe, no file" + REMEDY);
    }

    @Test
    void aSocket() throws IOException {
        Path path = folder.resolve("s");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(path));
            refuses("s", "supertask: \"s\" is a socket, no file" + REMEDY);
        }
    }

    @Test
    void aDeviceThatNeverEnds() {
        refuses("/dev/zero", "supertask: \"/dev/zero\" is a device, no file" + REMEDY);
    }

    @Test
    void aFileThatIsTooLarge() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve("big.yaml").toFile(), "rw")) {
            file.setLength(TimetableText.MAX_BYTES + 1L);
        }
        refuses("big.yaml", "supertask: big.yaml: the text is larger than 64 MiB, the limit of a timetable"
                + " · split it into several\n");
    }

    @Test
    void aLinkThatLeadsNowhere() throws IOException {
        Files.createSymbolicLink(folder.resolve("link.yaml"), Path.of("gone.yaml"));
        refuses("link.yaml", "supertask: there is no file \"link.yaml\"\n");
    }

    @Test
    void aProgram() throws IOException {
        refuses(new byte[]{0x7F, 'E', 'L', 'F', 2, 1, 1, 0},
                "supertask: t.yaml: this is a binary file, no timetable\n");
    }

    @Test
    void anEditorsOtherEncodings() throws IOException {
        String text = "jobs: {é: 1}";
        refuses(text.getBytes(StandardCharsets.UTF_16), "supertask: t.yaml: the text is UTF-16 · save it as UTF-8\n");
        refuses(text.getBytes(StandardCharsets.ISO_8859_1),
                "supertask: t.yaml: line 1 is no UTF-8: byte 0xE9 begins no "
                        + "character · save the file as UTF-8\n");
    }

    @Test
    void anEmptyFileAndOneOfComments() throws IOException {
        refuses(new byte[0], """
                t.yaml:1:1: the timetable is empty · add "jobs:" with at least one job
                    1 |\s
                      | ^
                """);
        refuses("\n# later\n".getBytes(StandardCharsets.UTF_8), """
                t.yaml:1:1: the timetable is empty · add "jobs:" with at least one job
                    1 |\s
                      | ^
                """);
    }

    @Test
    void aTextOfAnotherProgramWhoseNameSaysNothing() throws IOException {
        Files.writeString(folder.resolve("page"), "<!DOCTYPE html>\n<html></html>\n");
        refuses("page",
                """
                        page:1:1: this is a web page, no timetable · check its address; some servers answer with a page to log in
                            1 | <!DOCTYPE html>
                              | ^
                        """);
    }

    @Test
    void anAddressThatIsNoFile() {
        refuses("ftp://example.org/t.yaml",
                "supertask: \"ftp://example.org/t.yaml\" cannot be fetched · only http and https can be\n");
        refuses("https:///t.yaml",
                "supertask: \"https:///t.yaml\" names no host · write https://HOST/PATH\n");
        refuses("https://ada:se cret@example.org/t.yaml",
                "supertask: \"https://example.org/t.yaml\" is no URL · write what stands out of place as %XX\n");
    }
}
