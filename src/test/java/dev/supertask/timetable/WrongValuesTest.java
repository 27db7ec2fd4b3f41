package dev.supertask.timetable;

import static dev.supertask.timetable.Texts.refused;

import org.junit.jupiter.api.Test;

/// What is said of values that do not fit their keys.
class WrongValuesTest {

    @Test
    void refusesYesForTrue() {
        refused("""
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                    enabled: yes
                """, """
                supertask.yaml:5:14: "yes" is no boolean · write true or false
                    5 |     enabled: yes
                      |              ^~~
                """);
    }

    @Test
    void refusesAMapForABoolean() {
        refused("""
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                    enabled: {now: true}
                """, """
                supertask.yaml:5:14: "enabled" in job "backup" must be one value, but is a map
                    5 |     enabled: {now: true}
                      |              ^~~~~~~~~~~
                """);
    }

    @Test
    void saysThatAKeyHasNoValue() {
        refused("""
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                    timeout:
                """, """
                supertask.yaml:5:5: "timeout" in job "backup" has no value · write one, or remove the key
                    5 |     timeout:
                      |     ^~~~~~~
                """);
    }

    @Test
    void refusesAListForADuration() {
        refused("""
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                    timeout: [1h, 2h]
                """, """
                supertask.yaml:5:14: "timeout" in job "backup" must be one value, but is a list
                    5 |     timeout: [1h, 2h]
                      |              ^~~~~~~~
                """);
    }

    @Test
    void refusesATimeoutOfNothing() {
        refused("""
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                    timeout: 0s
                """,
                """
                        supertask.yaml:5:14: "timeout" in job "backup" must be longer than nothing · write a duration such as 30s, 5m or 2h, or remove the key
                            5 |     timeout: 0s
                              |              ^~
                        """);
    }

    @Test
    void answersAMistypedZoneWithTheNearest() {
        refused("""
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                    timezone: Europe/Berln
                """, """
                supertask.yaml:5:15: unknown time zone "Europe/Berln" · did you mean "Europe/Berlin"?
                    5 |     timezone: Europe/Berln
                      |               ^~~~~~~~~~~~
                """);
    }

    @Test
    void answersACityWithItsZone() {
        refused("""
                timezone: new york
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                """, """
                supertask.yaml:1:11: unknown time zone "new york" · did you mean "America/New_York"?
                    1 | timezone: new york
                      |           ^~~~~~~~
                """);
    }

    @Test
    void showsWhatAZoneLooksLike() {
        refused("""
                timezone: Middle Earth
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                """,
                """
                        supertask.yaml:1:11: unknown time zone "Middle Earth" · write a name such as "Europe/Berlin" or "UTC"
                            1 | timezone: Middle Earth
                              |           ^~~~~~~~~~~~
                        """);
    }

    @Test
    void refusesOneTagThatIsNoList() {
        refused("""
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                    tags: nightly
                """, """
                supertask.yaml:5:11: "tags" in job "backup" must be a list, but is text · write [WORD, …]
                    5 |     tags: nightly
                      |           ^~~~~~~
                """);
    }

    @Test
    void refusesAMapAmongTags() {
        refused("""
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                    tags: [nightly, {colour: blue}]
                """,
                """
                        supertask.yaml:5:21: an entry of "tags" in job "backup" must be text, but is a map · quote the whole entry if it holds ": "
                            5 |     tags: [nightly, {colour: blue}]
                              |                     ^~~~~~~~~~~~~~
                        """);
    }

    @Test
    void refusesAnEmptyEntry() {
        refused("""
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                    tags: [nightly, ~]
                    description: ok
                """, """
                supertask.yaml:5:21: an entry of "tags" in job "backup" must be text, but is empty
                    5 |     tags: [nightly, ~]
                      |                     ^
                """);
    }

    @Test
    void refusesAuthorsThatAreNoList() {
        refused("""
                meta: {authors: ada@example.org}
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                """, """
                supertask.yaml:1:17: "authors" in "meta" must be a list, but is text · write [NAME, …]
                    1 | meta: {authors: ada@example.org}
                      |                 ^~~~~~~~~~~~~~~
                """);
    }

    @Test
    void refusesAHomeFolderThatOnlyAShellKnows() {
        refused("""
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                    working-dir: ~/backups
                """, """
                supertask.yaml:5:18: "~" means a home folder only to a shell · write the absolute path
                    5 |     working-dir: ~/backups
                      |                  ^~~~~~~~~
                """);
    }

    @Test
    void refusesAnEmptyPath() {
        refused("""
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                    working-dir: ""
                """, """
                supertask.yaml:5:18: "" is no path
                    5 |     working-dir: ""
                      |                  ^~
                """);
    }

    @Test
    void refusesAnEmptyListOfSchedules() {
        refused("""
                jobs:
                  backup: {when: [], run: date}
                """,
                """
                        supertask.yaml:2:18: "when" in job "backup" is an empty list · write at least one, or remove the key
                            2 |   backup: {when: [], run: date}
                              |                  ^~
                        """);
    }

    @Test
    void refusesEnvThatIsAList() {
        refused("""
                jobs:
                  backup:
                    when: "0 3 * * *"
                    run: pg_dump app
                    env: [A=1, B=2]
                """, """
                supertask.yaml:5:10: "env" in job "backup" must be a map, but is a list · write {NAME: value}
                    5 |     env: [A=1, B=2]
                      |          ^~~~~~~~~~
                """);
    }
}
