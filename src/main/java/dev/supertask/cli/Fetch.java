package dev.supertask.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.supertask.problem.Refusal;
import org.jspecify.annotations.Nullable;

/// Fetches texts over HTTP.
///
/// @param connect how long a connection may take
/// @param total how long all of it may take, with every redirect
/// @param limit the most bytes that are taken
record Fetch(Duration connect, Duration total, int limit) {
    private static final int MAX_REDIRECTS = 5;

    /// What was fetched, or why the network did not give it: another time it may.
    record Answer(@Nullable String text, String failure) {}

    /// What stands at an address.
    ///
    /// @throws Refusal if there is nothing, or nothing that may be taken
    Answer get(Address address) {
        HttpClient client = HttpClient.newBuilder().connectTimeout(connect).followRedirects(HttpClient.Redirect.NEVER)
                .build();
        try {
            CompletableFuture<Answer> answer = step(client, address, address, 0);
            return answer.get(total.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return failure("no answer within " + Prose.duration(total));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failure("interrupted");
        } catch (ExecutionException e) {
            return failed(address, e.getCause() == null ? e : e.getCause());
        } finally {
            client.shutdownNow();
        }
    }

    private static Answer failure(String why) {
        return new Answer(null, why);
    }

    private CompletableFuture<Answer> step(HttpClient client, Address first, Address now, int redirects) {
        HttpRequest.Builder request = HttpRequest.newBuilder(now.plain()).timeout(total)
                .header("User-Agent", "supertask").header("Accept", "*/*");
        now.authorization().ifPresent(value -> request.header("Authorization", value));
        return client.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), limit))
                .thenCompose(response -> {
                    Optional<Address> next = next(response, first, now, redirects);
                    return next.isPresent()
                            ? step(client, first, next.get(), redirects + 1)
                            : CompletableFuture.completedFuture(answer(response, first));
                });
    }

    private static Optional<Address> next(HttpResponse<byte[]> response, Address first, Address now, int redirects) {
        Optional<String> location = response.headers().firstValue("Location");
        boolean leads = switch (response.statusCode()) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
        if (!leads || location.isEmpty()) {
            return Optional.empty();
        }
        Address next = now.resolve(location.get());
        if (redirects == MAX_REDIRECTS) {
            throw Refusal.mistake("\"" + first.text() + "\" leads on to another address more than " + MAX_REDIRECTS
                    + " times", "name the last one");
        }
        if (now.isSecure() && !next.isSecure()) {
            throw Refusal.mistake("\"" + first.text() + "\" leads to \"" + next.text()
                    + "\", which anybody on the way could change", "name it itself, if that is what you want");
        }
        boolean mayKnow = next.uri().getUserInfo() == null && now.isSameServer(next);
        return Optional.of(mayKnow ? next.withUserOf(now) : next);
    }

    private static Answer answer(HttpResponse<byte[]> response, Address first) {
        int status = response.statusCode();
        if (status == 200) {
            return new Answer(LocalTexts.decode(first.text(), response.body()), "");
        }
        if (status == 429 || status >= 500) {
            return failure("the server answers " + status);
        }
        String url = "\"" + first.text() + "\"";
        throw switch (status) {
            case 404, 410 -> Refusal.mistake("there is no text at " + url + ": the server answers " + status, null);
            case 401, 403 -> Refusal.mistake("the server of " + url + " does not let you in: it answers " + status,
                    "name user and password: https://USER:PASSWORD@HOST/PATH");
            default -> Refusal.mistake(url + " cannot be fetched: the server answers " + status, null);
        };
    }

    private Answer failed(Address address, Throwable why) {
        if (why instanceof Refusal refusal) {
            throw refusal;
        }
        String host = address.uri().getHost();
        if (why instanceof HttpConnectTimeoutException) {
            return failure("no connection to " + host + " within " + Prose.duration(connect));
        }
        if (why instanceof ConnectException) {
            return failure(why.getCause() instanceof ConnectException cause
                    && cause.getCause() instanceof UnresolvedAddressException
                            ? "nobody knows the host " + host
                            : "no connection to " + host);
        }
        if (why instanceof IOException && String.valueOf(why.getMessage()).startsWith("body exceeds capacity")) {
            throw Refusal.mistake("\"" + address.text() + "\" is larger than " + limit / (1024 * 1024)
                    + " MiB, the limit of a timetable", "split it into several");
        }
        return failure(why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage());
    }
}
