package dev.supertask.request.http;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import javax.net.ssl.SSLContext;

import dev.supertask.job.WebRequest;
import dev.supertask.job.WebRequest.Conduct;
import dev.supertask.request.errand.Errand;
import dev.supertask.request.errand.FailedException;
import dev.supertask.request.http.Try.NoAnswerException;
import dev.supertask.schedule.DurationText;
import org.jspecify.annotations.Nullable;

/// Asks a server on the web, and gives out `status`, the status of its answer.
public final class HttpErrand {
    /// What may be asked twice without being done twice (RFC 9110, 9.2.2).
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

    private final WebRequest request;
    private final Errand errand;
    private final Expected expected;

    /// @param request what is asked
    /// @param errand where
    public HttpErrand(WebRequest request, Errand errand) {
        this.request = request;
        this.errand = errand;
        this.expected = new Expected(request.expect());
    }

    /// Asks.
    ///
    /// @throws FailedException when there is no answer, or one that is not wanted
    public void run() throws FailedException {
        Conduct conduct = request.conduct();
        if (!conduct.allowLinkLocal()) {
            GuardedAddresses.guard();
        }
        // Before the first client is made, else it is refused.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        SSLContext trust = trust(conduct);
        Question question = Question.of(request, errand);
        int left = conduct.retries();
        while (!answered(question, trust, left)) {
            left--;
            errand.err().println("supertask: again in " + DurationText.write(conduct.delay()));
            LockSupport.parkNanos(conduct.delay().toNanos());
        }
    }

    private @Nullable SSLContext trust(Conduct conduct) throws FailedException {
        if (conduct.insecure()) {
            errand.err().println("supertask: whether the server is who it says is not checked, as \"tls\" has it");
            return Trust.inAnybody();
        }
        return conduct.ca() == null ? null : Trust.in(conduct.ca());
    }

    /// One try.
    ///
    /// @return false where there is to be another one
    private boolean answered(Question question, @Nullable SSLContext trust, int left) throws FailedException {
        List<String> redirects = new ArrayList<>();
        try (Try one = new Try(request.conduct(), trust)) {
            HttpResponse<InputStream> response = one.ask(question, expected, redirects);
            redirects.forEach(this::tell);
            int status = response.statusCode();
            tell(Integer.toString(status));
            if (!expected.has(status)) {
                return unexpected(status, response.body(), left);
            }
            errand.output("status", Integer.toString(status));
            new Answer(request.answer(), errand).take(response.body(), one);
            return true;
        } catch (NoAnswerException e) {
            if (left == 0 || !e.unheard && !IDEMPOTENT.contains(request.method())) {
                throw new FailedException(String.valueOf(e.getMessage()), e);
            }
            tell(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private boolean unexpected(int status, InputStream body, int left) throws FailedException {
        if (status >= 500 && left > 0) {
            return false;
        }
        String said = Answer.beginning(body);
        if (!said.isEmpty()) {
            errand.err().println(said);
        }
        errand.output("status", Integer.toString(status));
        throw new FailedException("expected " + expected + ", got " + status);
    }

    // The URL as it was written: a variable in it may be a secret.
    private void tell(String what) {
        errand.err().println(request.method() + " " + request.url() + ": " + what);
    }
}
