package dev.supertask.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import dev.supertask.testkit.InProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Jobs that ask a real server on the web.
class HttpTest {
    @TempDir
    Path folder;

    private Site site;
    private SiteJobs jobs;

    @BeforeEach
    void open() throws Exception {
        site = Site.plain();
        jobs = new SiteJobs(folder, site);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void asksAndGivesOutWhatIsWantedOfTheAnswer() throws Exception {
        site.at("/x", 200, "{\"value\": 7.10, \"a/b\": [{\"~\": \"é\\nx\"}], \"no\": null}\n");
        InProcess supertask = jobs.run(0, Map.of(), """
                e: {when: once, http: {url: "SITE/x", method: GET, expect: 200,
                  outputs: {v: /value, deep: /a~1b/0/~0, list: /a~1b, none: /no}}}
                """);

        assertEquals("GET SITE/x: 200\n{\"value\": 7.10, \"a/b\": [{\"~\": \"é\\nx\"}], \"no\": null}\n",
                jobs.log(supertask, "e"));
        assertEquals("{deep=é\nx, list=[{~=é\nx}], none=null, status=200, v=7.10}", SiteJobs.outputs(supertask, "e"));
    }

    @Test
    void sendsHeadersAndBodiesWithoutSecretsInTheTimetable() throws Exception {
        site.at("/", exchange -> Site.answer(exchange, 201, exchange.getRequestHeaders().getFirst("X-Token") + " "
                + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                + exchange.getRequestHeaders().getFirst("Authorization") + " "
                + exchange.getRequestHeaders().getFirst("Host") + "\n"));
        Files.createDirectories(folder.resolve("work"));
        Files.writeString(folder.resolve("work/body.txt"), "from a file ${TOKEN}");
        InProcess supertask = jobs.run(0, Map.of("TOKEN", "s3cret&\" +", "PART", "a/b c?"),
                """
                        json: {when: once, http: {url: "SITE/items/${PART}?q=${TOKEN}", headers: {X-Token: "$${TOKEN}=${TOKEN}"},
                          json: {list: [1, 2.50, true, null, "1"], token: "<${TOKEN}>"}}}
                        text: {when: once, http: {url: "SITE/text", method: PUT, body: "as it is ${TOKEN}", user: ada, password: "${TOKEN}"}}
                        file: {when: once, http: {url: "SITE/file", method: PATCH, body-file: body.txt, headers: {Host: example.org, Content-Type: text/x}}}
                        """);

        List<String> heard = site.heard().stream().sorted().toList();
        assertEquals(List.of("PATCH /file from a file ${TOKEN}",
                "POST /items/a%2Fb%20c%3F?q=s3cret%26%22%20%2B {\"list\":[1,2.50,true,null,\"1\"],\"token\":\"<s3cret&\\\" +>\"}",
                "PUT /text as it is ${TOKEN}"), heard);
        assertEquals("POST SITE/items/${PART}?q=${TOKEN}: 201\n${TOKEN}=s3cret&\" + application/json null HERE\n",
                jobs.log(supertask, "json"));
        assertEquals("PUT SITE/text: 201\nnull null Basic YWRhOnMzY3JldCYiICs= HERE\n", jobs.log(supertask, "text"));
        assertEquals("PATCH SITE/file: 201\nnull text/x null example.org\n", jobs.log(supertask, "file"));
        assertFalse(supertask.run("show", "json").out().contains("s3cret"));
        try (Stream<Path> files = Files.walk(supertask.store())) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> !file.endsWith("log")).toList()) {
                assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains("s3cret"),
                        file.toString());
            }
        }
    }

    @Test
    void failsWithTheStatusAndTheReasonItGot() throws Exception {
        site.at("/busy", 503, "come back later\n").at("/ok", 204, "").at("/text", 200, "hello").at("/json", 200, "{}")
                .redirect("/moved", 301, "/ok");
        InProcess supertask = jobs.run(1, Map.of(), """
                busy: {when: once, http: "SITE/busy"}
                list: {when: once, http: {url: "SITE/ok", expect: [200, 201, 5xx]}}
                class: {when: once, http: {url: "SITE/busy", expect: [404, 5xx]}}
                moved: {when: once, http: {url: "SITE/moved", expect: 301}}
                text: {when: once, http: {url: "SITE/text", outputs: {v: /value}}}
                empty: {when: once, http: {url: "SITE/ok", method: HEAD, outputs: {v: /value}}}
                none: {when: once, http: {url: "SITE/json", outputs: {v: /none}}}
                refused: {when: once, http: "http://127.0.0.1:1/"}
                unknown: {when: once, http: "http://no-such-host.invalid/"}
                variable: {when: once, http: "SITE/${NO_SUCH}"}
                file: {when: once, http: {url: "SITE/text", body-file: none.txt}}
                folder: {when: once, http: {url: "SITE/text", output-file: none/x}}
                """);

        Map<String, String> reasons = SiteJobs.reasons(supertask);
        assertEquals("expected 2xx, got 503", reasons.get("busy"));
        assertEquals("expected 200 or 201 or 5xx, got 204", reasons.get("list"));
        assertEquals("null", reasons.get("class"));
        assertEquals("null", reasons.get("moved"));
        assertEquals(
                "the answer is no JSON: Unrecognized token 'hello': was expecting (JSON String, Number, Array, Object or"
                        + " token 'null', 'true' or 'false'), but \"outputs\" wants values of it",
                reasons.get("text"));
        assertEquals("the answer is empty, but \"outputs\" wants values of it", reasons.get("empty"));
        assertEquals("the answer has nothing at \"/none\", for the output \"v\"", reasons.get("none"));
        assertEquals("no connection to \"127.0.0.1:1\"", reasons.get("refused"));
        assertEquals("no host \"no-such-host.invalid\" is known", reasons.get("unknown"));
        assertEquals("variable \"NO_SUCH\" is not set · set it where Supertask is started, or in \"env\" of the job",
                reasons.get("variable"));
        assertEquals("no file \"" + supertask.work().resolve("none.txt") + "\"", reasons.get("file"));
        assertEquals("file \"" + supertask.work().resolve("none/x") + "\" cannot be written: there is no such folder",
                reasons.get("folder"));
        assertEquals("GET SITE/busy: 503\ncome back later\nsupertask: expected 2xx, got 503\n",
                jobs.log(supertask, "busy"));
        assertEquals("{status=503}", SiteJobs.outputs(supertask, "busy"));
    }

    @Test
    void followsRedirectsAsItIsToldTo() throws Exception {
        site.at("/end", exchange -> Site.answer(exchange, 200, exchange.getRequestHeaders().getFirst("X-Token") + "\n"))
                .redirect("/one", 302, "/two?x").redirect("/two", 307, "/end").redirect("/loop", 308, "/loop")
                .redirect("/away", 302, "http://localhost:" + site.port() + "/end").redirect("/odd", 302, "ftp://x/");
        InProcess supertask = jobs.run(1, Map.of(), """
                follow: {when: once, http: {url: "SITE/one", body: x, headers: {X-Token: t}}}
                none: {when: once, http: {url: "SITE/one", redirects: none}}
                same: {when: once, http: {url: "SITE/two", redirects: same-host}}
                away: {when: once, http: {url: "SITE/away", headers: {X-Token: t}}}
                stay: {when: once, http: {url: "SITE/away", redirects: same-host}}
                loop: {when: once, http: "SITE/loop"}
                odd: {when: once, http: "SITE/odd"}
                """);

        assertEquals("""
                POST SITE/one: 302, to 127.0.0.1
                POST SITE/one: 307, to 127.0.0.1
                POST SITE/one: 200
                t
                """, jobs.log(supertask, "follow"));
        assertTrue(site.heard().containsAll(List.of("POST /one x", "GET /two?x", "GET /end")), site.heard().toString());
        Map<String, String> reasons = SiteJobs.reasons(supertask);
        assertEquals("expected 2xx, got 302", reasons.get("none"));
        assertEquals("null", reasons.get("same"));
        assertTrue(jobs.log(supertask, "away").endsWith(": 200\nnull\n"),
                "what is for one server is not told to another");
        assertEquals(
                "the server redirects to another host, \"localhost\" · write that into \"url\", or \"redirects: follow\"",
                reasons.get("stay"));
        assertEquals("the server redirects more than 10 times", reasons.get("loop"));
        assertEquals("\"ftp://x/\" leads to no server of the web", reasons.get("odd"));
    }

    @Test
    void triesAgainWhenTheServerFailsAndOnlyThen() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        site.at("/flaky", exchange -> Site.answer(exchange, asked.incrementAndGet() < 3 ? 502 : 200, "good\n"))
                .at("/bad", 500, "").at("/no", 404, "");
        InProcess supertask = jobs.run(1, Map.of(), """
                flaky: {when: once, http: {url: "SITE/flaky", retry: {count: 3, delay: 10ms}}}
                bad: {when: once, http: {url: "SITE/bad", retry: {count: 2, delay: 0s}}}
                no: {when: once, http: {url: "SITE/no", retry: 5}}
                """);

        assertEquals("""
                GET SITE/flaky: 502
                supertask: again in 10ms
                GET SITE/flaky: 502
                supertask: again in 10ms
                GET SITE/flaky: 200
                good
                """, jobs.log(supertask, "flaky"));
        assertEquals(3, site.heard().stream().filter("GET /bad"::equals).count());
        assertEquals(1, site.heard().stream().filter("GET /no"::equals).count());
        assertEquals("expected 2xx, got 500", SiteJobs.reasons(supertask).get("bad"));
    }

    @Test
    void doesNotWaitForEverForAnAnswerOrItsEnd() throws Exception {
        site.at("/silent", exchange -> await()).at("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("begun".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            await();
        });
        InProcess supertask = jobs.run(1, Map.of(), """
                silent: {when: once, http: {url: "SITE/silent", timeout: 300ms}}
                endless: {when: once, http: {url: "SITE/endless", timeout: 500ms, output-file: endless.txt}}
                """);

        assertEquals("no whole answer within its timeout of 300ms", SiteJobs.reasons(supertask).get("silent"));
        assertEquals("no whole answer within its timeout of 500ms", SiteJobs.reasons(supertask).get("endless"));
        try (Stream<Path> files = Files.list(supertask.work())) {
            assertEquals(1, files.count(), "neither half a file nor a draft is left");
        }
    }

    @Test
    void writesTheBodyIntoAFile() throws Exception {
        site.at("/x", 200, "{\"v\": 1}").at("/bad", 500, "no");
        InProcess supertask = jobs.run(1, Map.of(), """
                good: {when: once, http: {url: "SITE/x", output-file: good.json, outputs: {v: /v}}}
                bad: {when: once, http: {url: "SITE/bad", output-file: bad.json}}
                """);

        assertEquals("{\"v\": 1}", Files.readString(supertask.work().resolve("good.json")));
        assertEquals("GET SITE/x: 200\n", jobs.log(supertask, "good"));
        assertEquals("{status=200, v=1}", SiteJobs.outputs(supertask, "good"));
        assertFalse(Files.exists(supertask.work().resolve("bad.json")));
    }

    private static void await() {
        try {
            boolean _ = new CountDownLatch(1).await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
