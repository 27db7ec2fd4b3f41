package dev.supertask.timetable;

import static dev.supertask.timetable.Texts.refused;

import org.junit.jupiter.api.Test;

/// What is said of jobs that ask a database in a way that cannot work.
class WrongSqlTest {

    @Test
    void refusesWhatIsNoMapOrSaysNothing() {
        refused(job("sql: select 1"),
                """
                        supertask.yaml:4:10: "sql" in job "d" must be a map, but is text · write {url: "jdbc:…", statements: ["…"]}
                            4 |     sql: select 1
                              |          ^~~~~~~~
                        """);
        refused(job("sql: {}"),
                """
                        supertask.yaml:4:5: "sql" in job "d" names no database · add "url", such as jdbc:postgresql://HOST/DATABASE or jdbc:h2:/PATH
                            4 |     sql: {}
                              |     ^~~
                        supertask.yaml:4:5: "sql" in job "d" has nothing to execute · add "statements" or "file"
                            4 |     sql: {}
                              |     ^~~
                        """);
    }

    @Test
    void refusesBothStatementsAndAFile() {
        refused(job("sql: {url: 'jdbc:h2:mem:', statements: [], file: x.sql}"), """
                supertask.yaml:4:48: "sql" in job "d" has both "statements" and "file" · keep one of them
                    4 |     sql: {url: 'jdbc:h2:mem:', statements: [], file: x.sql}
                      |                                                ^~~~
                """);
    }

    @Test
    void refusesAPasswordThatIsWrittenOut() {
        refused(job("sql: {url: 'jdbc:h2:mem:', statements: x, password: secret}"),
                """
                        supertask.yaml:4:57: "password" in "sql" in job "d" is written out · write ${NAME}, and put it into a variable of that name in Supertask's environment
                            4 |     sql: {url: 'jdbc:h2:mem:', statements: x, password: secret}
                              |                                                         ^~~~~~
                        """);
    }

    @Test
    void refusesVariablesThatCannotBeMeant() {
        refused(job("sql: {url: 'jdbc:h2:${A', statements: x, user: '${a b}'}"),
                """
                        supertask.yaml:4:25: this "${" is not closed · add "}", or write "$${" for the characters
                            4 |     sql: {url: 'jdbc:h2:${A', statements: x, user: '${a b}'}
                              |                         ^~
                        supertask.yaml:4:53: "${a b}" names no variable · write a plain name, such as ${HOME}, or "$${" for the characters
                            4 |     sql: {url: 'jdbc:h2:${A', statements: x, user: '${a b}'}
                              |                                                     ^~~~~~
                        """);
    }

    @Test
    void refusesValuesOfAnotherKind() {
        refused(job("sql: {url: 'mysql://h/x', statements: ['', x], params: 1, transaction: yes, output-file: x.txt}"),
                """
                        supertask.yaml:4:16: "mysql://h/x" is no JDBC URL · write jdbc:postgresql://HOST/DATABASE or jdbc:h2:/PATH
                            4 |     sql: {url: 'mysql://h/x', statements: ['', x], params: 1, transaction: yes, output-file: x.txt}
                              |                ^~~~~~~~~~~~~
                        supertask.yaml:4:44: a statement of "sql" in job "d" is empty · write one, or remove it
                            4 |     sql: {url: 'mysql://h/x', statements: ['', x], params: 1, transaction: yes, output-file: x.txt}
                              |                                            ^~
                        supertask.yaml:4:60: "params" in "sql" in job "d" must be a list, but is text · write [VALUE, …] for each "?", or {NAME: VALUE} for each ":NAME"
                            4 |     sql: {url: 'mysql://h/x', statements: ['', x], params: 1, transaction: yes, output-file: x.txt}
                              |                                                            ^
                        supertask.yaml:4:76: "yes" is no boolean · write true or false
                            4 |     sql: {url: 'mysql://h/x', statements: ['', x], params: 1, transaction: yes, output-file: x.txt}
                              |                                                                            ^~~
                        supertask.yaml:4:94: "output-file" in "sql" in job "d" is neither CSV nor JSON · give the file a name that ends in .csv or .json
                            4 | …', x], params: 1, transaction: yes, output-file: x.txt}
                              |                                                   ^~~~~
                        """);
    }

    @Test
    void refusesWhatIsForPrograms() {
        refused(job("sql: {url: 'jdbc:h2:mem:', statements: x}\n    args: [x]\n    stdin: x\n    shell: bash"),
                """
                        supertask.yaml:5:5: "args" in job "d" belongs to no program · remove it; nothing here reads it
                            5 |     args: [x]
                              |     ^~~~
                        supertask.yaml:6:5: "stdin" in job "d" belongs to no program · remove it; nothing here reads it
                            6 |     stdin: x
                              |     ^~~~~
                        supertask.yaml:7:5: "shell" in job "d" belongs to no shell text · remove it; only a command under "run" is run by a shell
                            7 |     shell: bash
                              |     ^~~~~
                        """);
    }

    private static String job(String keys) {
        return "jobs:\n  d:\n    when: once\n    " + keys + "\n";
    }
}
