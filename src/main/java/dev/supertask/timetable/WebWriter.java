package dev.supertask.timetable;

import java.util.Map;

import dev.supertask.job.WebRequest;
import dev.supertask.job.WebRequest.Body;
import dev.supertask.job.WebRequest.Conduct;
import dev.supertask.keeper.NativePath;
import dev.supertask.schedule.DurationText;

/// Writes the request that [WebReader] reads; what is usual is left out.
record WebWriter(YamlWriter out) {

    void write(WebRequest request) {
        out.open("http");
        out.text("url", request.url());
        out.text("method", request.method());
        map("headers", request.headers());
        if (request.login() != null) {
            out.text("user", request.login().user());
            out.text("password", request.login().password());
        }
        switch (request.body()) {
            case Body.None _ -> {
                // Nothing is sent.
            }
            case Body.Text body -> out.text("body", body.text());
            case Body.File body -> out.text("body-file", NativePath.text(body.path()));
            case Body.Json body -> out.literal("json", Literals.flow(body.json()));
        }
        if (!request.expect().equals(WebRequest.SUCCESS)) {
            out.list("expect", request.expect());
        }
        conduct(request.conduct());
        if (request.answer().file() != null) {
            out.text("output-file", NativePath.text(request.answer().file()));
        }
        map("outputs", request.answer().outputs());
        out.close();
    }

    private void conduct(Conduct conduct) {
        Conduct usual = Conduct.DEFAULT;
        if (!conduct.timeout().equals(usual.timeout())) {
            out.text("timeout", DurationText.write(conduct.timeout()));
        }
        if (conduct.retries() > 0) {
            out.open("retry");
            out.literal("count", Integer.toString(conduct.retries()));
            out.text("delay", DurationText.write(conduct.delay()));
            out.close();
        }
        if (conduct.redirects() != usual.redirects()) {
            out.text("redirects", conduct.redirects().word());
        }
        if (conduct.ca() != null || conduct.insecure()) {
            out.open("tls");
            if (conduct.ca() != null) {
                out.text("ca", NativePath.text(conduct.ca()));
            } else {
                out.literal("insecure", "true");
            }
            out.close();
        }
        if (conduct.allowLinkLocal()) {
            out.literal("allow-link-local", "true");
        }
    }

    private void map(String key, Map<String, String> texts) {
        if (!texts.isEmpty()) {
            out.open(key);
            texts.forEach(out::text);
            out.close();
        }
    }
}
