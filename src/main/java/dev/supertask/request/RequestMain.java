package dev.supertask.request;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import dev.supertask.job.Payload;
import dev.supertask.keeper.NativeText;
import dev.supertask.launch.OwnEnvironment;
import dev.supertask.request.errand.Errand;
import dev.supertask.request.errand.FailedException;
import dev.supertask.request.http.HttpErrand;
import dev.supertask.request.sql.SqlErrand;
import dev.supertask.timetable.RequestText;

/// The process of one SQL or HTTP request, which it reads from its stdin as [RequestText]. Exits with 0, or with 1 when
/// the request failed; a fault of ours shows its stack trace.
public final class RequestMain {

    private RequestMain() {}

    /// Carries it out.
    ///
    /// @throws IOException when stdin cannot be read
    public static void main(String[] args) throws IOException {
        String text = NativeText.of(System.in.readAllBytes());
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int status = run(RequestText.read(text), new Errand(OwnEnvironment.read(), out, err));
        out.flush();
        System.exit(status);
    }

    private static int run(Payload request, Errand errand) {
        try {
            switch (request) {
                case Payload.Http http -> new HttpErrand(http.request(), errand).run();
                case Payload.Sql sql -> new SqlErrand(sql.work(), errand).run();
                case Payload.Shell _,Payload.Argv _,Payload.Script _,Payload.Call _,Payload.Code _ ->
                    throw new IllegalArgumentException("no request: " + request.getClass().getSimpleName());
            }
            return 0;
        } catch (FailedException e) {
            errand.out().flush();
            errand.failed(e.reason());
            return 1;
        }
    }
}
