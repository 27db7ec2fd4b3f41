package dev.supertask.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import dev.supertask.job.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ${DB_HOST}              | db1
            pg://${DB_HOST}/${HOME} | pg://db1//home/ada
            $DB_HOST                | $DB_HOST
            $$                      | $
            $${DB_HOST}             | ${DB_HOST}
            $$${DB_HOST}            | $db1
            a$                      | a$
            $(date)                 | $(date)
            }{                      | }{
            """)
    void takesVariablesInBracesOnly(String written, String value) {
        assertEquals(value, value("jobs: {a: {when: once, run: date, env: {X: '" + written + "'}}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$", "$$", "$$$", "${X}", "$${X}", "$$${", "a$b", "plain", "", "$ {", "${$${"})
    void writesWhatIsReadBack(String value) {
        assertEquals(value,
                value("jobs: {a: {when: once, run: date, env: {X: '" + EnvText.escape(value) + "'}}}"));
    }

    @Test
    void takesNoVariableAnywhereElse() {
        Timetable timetable = Texts.read("""
                meta: {title: "${HOME}"}
                jobs: {a: {when: once, exec: ["${HOME}"], description: "${NOWHERE}"}}
                """);

        assertEquals("${HOME}", timetable.title());
        assertEquals("${NOWHERE}", timetable.jobs().getFirst().description());
    }

    private static String value(String text) {
        return switch (Texts.read(text).jobs().getFirst().steps().getFirst().place()) {
            case Place.ThisMachine here -> Map.copyOf(here.env()).getOrDefault("X", "unset");
        };
    }
}
