package dev.supertask.timetable;

import static dev.supertask.timetable.Texts.refused;

import org.junit.jupiter.api.Test;

/// What is said of jobs that ask a server in a way that cannot work.
class WrongHttpTest {

    @Test
    void refusesWhatIsNoUrl() {
        refused(job("http: ftp://example.org/x"), """
                supertask.yaml:4:11: "ftp://example.org/x" is no URL of the web · write https://HOST/PATH
                    4 |     http: ftp://example.org/x
                      |           ^~~~~~~~~~~~~~~~~~~
                """);
        refused(job("http: {url: 'https://a b/'}"),
                """
                        supertask.yaml:4:17: "https://a b/" is no URL: illegal character in authority · write what URLs cannot hold as %20 and so on
                            4 |     http: {url: 'https://a b/'}
                              |                 ^~~~~~~~~~~~~~
                        """);
        refused(job("http: {ulr: 'https://a/'}"), """
                supertask.yaml:4:12: unknown key "ulr" in "http" in job "d" · did you mean "url"?
                    4 |     http: {ulr: 'https://a/'}
                      |            ^~~
                """);
        refused(job("http: {expect: 200}"), """
                supertask.yaml:4:5: "http" in job "d" names no URL · add "url", such as https://HOST/PATH
                    4 |     http: {expect: 200}
                      |     ^~~~
                """);
    }

    @Test
    void refusesAnUnknownMethodAndStatus() {
        refused(job("http: {url: https://a/, method: PUTT, expect: [200, 2XX]}"), """
                supertask.yaml:4:37: "method" in "http" in job "d" cannot be "PUTT" · did you mean "PUT"?
                    4 |     http: {url: https://a/, method: PUTT, expect: [200, 2XX]}
                      |                                     ^~~~
                supertask.yaml:4:57: "2XX" is no status · write one such as 200 or 2xx
                    4 |     http: {url: https://a/, method: PUTT, expect: [200, 2XX]}
                      |                                                         ^~~
                """);
    }

    @Test
    void refusesWhatIsNoJsonPointer() {
        refused(job("http: {url: https://a/, outputs: {v: value, 1x: /a, w: /a~2}}"),
                """
                        supertask.yaml:4:42: "value" is no JSON Pointer · write a "/" before each name or number on the way, such as /items/0/id
                            4 |     http: {url: https://a/, outputs: {v: value, 1x: /a, w: /a~2}}
                              |                                          ^~~~~
                        supertask.yaml:4:49: "1x" cannot name an output · use letters, digits, "_", "." and "-", and a letter first
                            4 |     http: {url: https://a/, outputs: {v: value, 1x: /a, w: /a~2}}
                              |                                                 ^~
                        supertask.yaml:4:60: "/a~2" is no JSON Pointer · write a "/" before each name or number on the way, such as /items/0/id
                            4 |     http: {url: https://a/, outputs: {v: value, 1x: /a, w: /a~2}}
                              |                                                            ^~~~
                        """);
    }

    @Test
    void refusesTwoBodies() {
        refused(job("http: {url: https://a/, body: x, json: {}}"), """
                supertask.yaml:4:38: "http" in job "d" has both "body" and "json" · keep one of them
                    4 |     http: {url: https://a/, body: x, json: {}}
                      |                                      ^~~~
                """);
    }

    @Test
    void refusesHeadersThatCannotBeSent() {
        refused(job("http: {url: https://a/, headers: {'a b': x, Content-Length: 1, X-A: \"a\\nb\"}}"),
                """
                        supertask.yaml:4:39: "a b" cannot name a header · use letters, digits and "-"
                            4 |     http: {url: https://a/, headers: {'a b': x, Content-Length: 1, X-A: "a\\nb"}}
                              |                                       ^~~~~
                        supertask.yaml:4:49: "Content-Length" in "headers" in "http" in job "d" is said by Supertask itself · remove it
                            4 |     http: {url: https://a/, headers: {'a b': x, Content-Length: 1, X-A: "a\\nb"}}
                              |                                                 ^~~~~~~~~~~~~~
                        supertask.yaml:4:73: "X-A" in "headers" in "http" in job "d" holds a control character · write it on one line
                            4 |     http: {url: https://a/, headers: {'a b': x, Content-Length: 1, X-A: "a\\nb"}}
                              |                                                                         ^~~~~~
                        """);
    }

    @Test
    void refusesSecretsThatAreWrittenOut() {
        refused(job("http: {url: https://a/, password: x}"),
                """
                        supertask.yaml:4:29: "password" in "http" in job "d" belongs to no "user" · add one; a token belongs into "headers"
                            4 |     http: {url: https://a/, password: x}
                              |                             ^~~~~~~~
                        supertask.yaml:4:39: "password" in "http" in job "d" is written out · write ${NAME}, and put it into a variable of that name in Supertask's environment
                            4 |     http: {url: https://a/, password: x}
                              |                                       ^
                        """);
    }

    @Test
    void refusesConductThatCannotBeMeant() {
        refused(job("http: {url: https://a/, timeout: 5, retry: {count: 0}, tls: {ca: x, insecure: true}}"),
                """
                        supertask.yaml:4:38: "5" has no unit · write "5s" for seconds or "5m" for minutes
                            4 |     http: {url: https://a/, timeout: 5, retry: {count: 0}, tls: {ca: x, insecure: true}}
                              |                                      ^
                        supertask.yaml:4:56: "0" is no number of tries · write one from 1 to 999
                            4 |     http: {url: https://a/, timeout: 5, retry: {count: 0}, tls: {ca: x, insecure: true}}
                              |                                                        ^
                        supertask.yaml:4:66: "ca" in "tls" in "http" in job "d" means nothing where nothing is checked · keep "ca", and remove "insecure"
                            4 |     http: {url: https://a/, timeout: 5, retry: {count: 0}, tls: {ca: x, insecure: true}}
                              |                                                                  ^~
                        """);
    }

    private static String job(String keys) {
        return "jobs:\n  d:\n    when: once\n    " + keys + "\n";
    }
}
