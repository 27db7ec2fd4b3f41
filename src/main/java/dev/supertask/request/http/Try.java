package dev.supertask.request.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

import dev.supertask.job.WebRequest.Conduct;
import dev.supertask.job.WebRequest.Redirects;
import dev.supertask.request.errand.FailedException;
import dev.supertask.schedule.DurationText;
import org.jspecify.annotations.Nullable;

/// One try to get an answer, along all redirects and to its last byte, within its time.
final class Try implements AutoCloseable {
    private static final int MOST_REDIRECTS = 10;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Conduct conduct;
    private final HttpClient client;
    private volatile boolean tooLate;

    /// @param trust whom to believe, or null for Java's own list
    Try(Conduct conduct, @Nullable SSLContext trust) {
        this.conduct = conduct;
        // Version 2 would ask servers without TLS whether they speak it, which some take amiss.
        HttpClient.Builder builder = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1);
        this.client = trust == null ? builder.build() : builder.sslContext(trust).build();
        CompletableFuture.delayedExecutor(conduct.timeout().toMillis(), TimeUnit.MILLISECONDS).execute(this::giveUp);
    }

    private void giveUp() {
        tooLate = true;
        client.shutdownNow();
    }

    /// There was no answer. It can be another one the next time.
    static final class NoAnswerException extends Exception {
        private static final long serialVersionUID = 1L;

        /// Whether the server cannot have heard of the question.
        final boolean unheard;

        NoAnswerException(String why, boolean unheard, @Nullable Throwable cause) {
            super(why, cause);
            this.unheard = unheard;
        }
    }

    /// Asks, until the answer is no redirect that is to be followed.
    ///
    /// @param expected which statuses are an answer, also if they redirect
    HttpResponse<InputStream> ask(Question question, Expected expected, List<String> steps)
            throws FailedException, NoAnswerException {
        Question next = question;
        while (true) {
            HttpResponse<InputStream> response = send(next);
            int status = response.statusCode();
            String location = response.headers().firstValue("Location").orElse(null);
            if (location == null || !REDIRECTS.contains(status) || expected.has(status)
                    || conduct.redirects() == Redirects.NONE) {
                return response;
            }
            if (steps.size() == MOST_REDIRECTS) {
                throw new FailedException("the server redirects more than " + MOST_REDIRECTS + " times");
            }
            Question referred = next.redirected(status, location);
            String host = referred.uri().getHost();
            if (conduct.redirects() == Redirects.SAME_HOST && !host.equalsIgnoreCase(next.uri().getHost())) {
                throw new FailedException(
                        "the server redirects to another host, \"" + host + "\" · write that into \"url\","
                                + " or \"redirects: follow\"");
            }
            steps.add(status + ", to " + host);
            next = referred;
        }
    }

    private HttpResponse<InputStream> send(Question question) throws FailedException, NoAnswerException {
        AddressGuard.require(question.uri().getHost(), conduct.allowLinkLocal());
        try {
            return client.send(question.request(), BodyHandlers.ofInputStream());
        } catch (SSLException e) {
            throw new FailedException("no secure connection to \"" + question.uri().getHost() + "\": " + e.getMessage()
                    + " · if its certificate is your own, name it in \"tls: {ca: FILE}\"", e);
        } catch (IOException e) {
            throw noAnswer(question, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailedException("it was interrupted", e);
        }
    }

    private NoAnswerException noAnswer(Question question, IOException e) {
        String server = "\"" + question.uri().getRawAuthority() + "\"";
        if (tooLate) {
            return late(e);
        }
        if (e instanceof ConnectException) {
            return new NoAnswerException("no connection to " + server, true, e);
        }
        return new NoAnswerException("no answer from " + server + ": " + e.getMessage(), false, e);
    }

    private NoAnswerException late(IOException e) {
        Duration limit = conduct.timeout();
        return new NoAnswerException("no whole answer within its timeout of " + DurationText.write(limit), false, e);
    }

    /// What is said when an answer breaks off.
    NoAnswerException brokenOff(IOException e) {
        return tooLate ? late(e) : new NoAnswerException("the answer broke off: " + e.getMessage(), false, e);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
