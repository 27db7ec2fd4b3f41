package dev.supertask.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which texts are taken for crontabs.
class CrontabFormTest {

    @ParameterizedTest
    @ValueSource(strings = {"* * * * * true", "*/5\t* * * * true", "# Edit this: file\n\n  0 5 * * * true",
            "@daily true",
            "MAILTO=root\n0 5 * * * true", "MAILTO = \"a: b\"\n", "-*/5 * * * * true", "\"A\"=b", "whatever\n@daily x",
            "60 * * * * true", "PATH=/bin:/usr/bin\n"})
    void aCrontabByItsContent(String text) {
        assertEquals(Optional.of(CrontabForm.USER), form(null, text));
        assertEquals(Optional.of(CrontabForm.USER), form("/srv/mycrontab", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jobs:\n  a: {when: once, run: date}", "# a=b\nnamespace: ops\n", "{\"jobs\": {}}",
            "---\njobs: {}",
            "%YAML 1.2\n---\n", "", "# nothing\n", "hello world\n", "#!/bin/sh\nA=b\n", "env: {A: b=c}",
            "- when: '* * * * *'", "[1]", "&a\njobs:\n", "meta: {title: \"5 * * * *\"}\n"})
    void anythingElseByItsContent(String text) {
        assertEquals(Optional.empty(), form(null, text));
    }

    @Test
    void neverATextWhoseEndingSaysWhatItIs() {
        for (String file : new String[]{"a.yaml", "a.yml", "a.json", "a.py", "/etc/cron.d/A.YAML"}) {
            assertEquals(Optional.empty(), form("/srv/" + file, "@daily true"), file);
        }
    }

    @Test
    void aCrontabByItsNameWhateverStandsInIt() {
        assertEquals(Optional.of(CrontabForm.USER), form("/home/ada/crontab", "hello"));
        assertEquals(Optional.of(CrontabForm.USER), form("/srv/jobs.cron", "hello"));
    }

    @Test
    void oneOfTheSystemByItsPlace() {
        for (String file : new String[]{"/etc/crontab", "/etc/cron.d/php", "/mnt/old/etc/crontab", "/mnt/cron.d/x"}) {
            assertEquals(Optional.of(CrontabForm.SYSTEM), form(file, "hello"), file);
            assertEquals(CrontabForm.SYSTEM, CrontabForm.in(Path.of(file)), file);
        }
        assertEquals(CrontabForm.USER, CrontabForm.in(Path.of("/var/spool/cron/crontabs/ada")));
        assertEquals(CrontabForm.USER, CrontabForm.in(null));
    }

    private static Optional<CrontabForm> form(@Nullable String file, String text) {
        return CrontabForm.of(file == null ? null : Path.of(file), text);
    }
}
