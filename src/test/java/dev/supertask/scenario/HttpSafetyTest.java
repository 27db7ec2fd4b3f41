package dev.supertask.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.supertask.testkit.InProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whom jobs believe that ask a server on the web, and where they do not go.
class HttpSafetyTest {
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
    void believesWhomItIsToldTo() throws Exception {
        try (Site secure = Site.secure(folder)) {
            secure.at("/", 200, "secret\n").redirect("/down", 302, "http://localhost:" + site.port() + "/x");
            String url = "https://localhost:" + secure.port();
            InProcess supertask = jobs.run(1, Map.of(), """
                    stranger: {when: once, http: "URL/"}
                    ca: {when: once, http: {url: "URL/", tls: {ca: ../ca.pem}}}
                    name: {when: once, http: {url: "https://127.0.0.1:PORT/", tls: {ca: ../ca.pem}}}
                    anybody: {when: once, http: {url: "https://127.0.0.1:PORT/", tls: {insecure: true}}}
                    down: {when: once, http: {url: "URL/down", tls: {ca: ../ca.pem}}}
                    none: {when: once, http: {url: "URL/", tls: {ca: supertask.yaml}}}
                    """.replace("URL", url).replace("PORT", Integer.toString(secure.port())));

            Map<String, String> reasons = SiteJobs.reasons(supertask);
            assertTrue(
                    reasons.get("stranger")
                            .matches("no secure connection to \"localhost\": .*PKIX path building failed.*"
                                    + " · if its certificate is your own, name it in \"tls: [{]ca: FILE[}]\""),
                    reasons.get("stranger"));
            assertEquals("GET " + url + "/: 200\nsecret\n", jobs.log(supertask, "ca"));
            assertTrue(reasons.get("name").contains("No subject alternative names"), reasons.get("name"));
            assertEquals(
                    "supertask: whether the server is who it says is not checked, as \"tls\" has it\nGET https://127.0.0.1:"
                            + secure.port() + "/: 200\nsecret\n",
                    jobs.log(supertask, "anybody"));
            assertEquals("the server redirects from https to http, to \"localhost\", which is not followed",
                    reasons.get("down"));
            assertTrue(reasons.get("none").startsWith("file \"" + supertask.work().resolve("supertask.yaml")
                    + "\" holds no certificate"), reasons.get("none"));
        }
    }

    @Test
    void asksNoAddressOfTheLinkAndNoMetadataService() throws Exception {
        site.redirect("/away", 302, "http://169.254.169.254/latest/meta-data/").at("/x", 200, "x\n");
        InProcess supertask = jobs.run(1, Map.of("METADATA", "http://2852039166/"), """
                literal: {when: once, http: "http://169.254.169.254/latest"}
                redirect: {when: once, http: "SITE/away"}
                number: {when: once, http: "${METADATA}"}
                six: {when: once, http: "http://[fe80::1]/"}
                mapped: {when: once, http: "http://[::ffff:169.254.169.254]/"}
                nat: {when: once, http: "http://[64:ff9b::a9fe:a9fe]/"}
                aws: {when: once, http: "http://[fd00:ec2::254]/"}
                alibaba: {when: once, http: "http://100.100.100.200/"}
                allowed: {when: once, http: {url: "http://169.254.0.1:1/", allow-link-local: true, timeout: 500ms}}
                """);

        Map<String, String> reasons = SiteJobs.reasons(supertask);
        String refusal = "\"169.254.169.254\" is 169.254.169.254, an address of this link or of a metadata service, and is not"
                + " asked · write \"allow-link-local: true\" if it is meant";
        assertEquals(refusal, reasons.get("literal"));
        assertEquals(refusal, reasons.get("redirect"));
        for (String job : List.of("number", "six", "mapped", "nat", "aws", "alibaba")) {
            assertTrue(reasons.get(job).contains(", an address of this link or of a metadata service"),
                    reasons.get(job));
        }
        assertFalse(reasons.get("allowed").contains("metadata"), reasons.get("allowed"));
    }
}
