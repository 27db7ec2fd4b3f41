package dev.supertask.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.supertask.testkit.InProcess;
import dev.supertask.testkit.InProcess.Result;
import dev.supertask.wire.Json;

/// Jobs that ask a site, and what came of them.
record SiteJobs(Path folder, Site site) {

    /// Runs a timetable.
    ///
    /// @param jobs in which `SITE` stands for the server
    InProcess run(int exit, Map<String, String> variables, String jobs) throws Exception {
        InProcess supertask = new InProcess(folder);
        supertask.write("supertask.yaml", "namespace: ops\njobs:\n" + jobs.replace("SITE", address()).indent(2));
        Result result = new InProcess(folder, variables, "").run("run");
        assertEquals(exit, result.exit(), result.err());
        return supertask;
    }

    private String address() {
        return "http://127.0.0.1:" + site.port();
    }

    String log(InProcess supertask, String job) {
        return supertask.run("logs", job).out().replace(address(), "SITE").replace("127.0.0.1:" + site.port(), "HERE");
    }

    static Map<String, String> reasons(InProcess supertask) {
        Map<String, String> reasons = new TreeMap<>();
        runs(supertask).forEach(run -> reasons.put(String.valueOf(run.get("job")), String.valueOf(run.get("reason"))));
        return reasons;
    }

    static String outputs(InProcess supertask, String job) {
        return runs(supertask).stream().filter(run -> job.equals(run.get("job"))).map(run -> run.get("outputs"))
                .map(outputs -> new TreeMap<>((Map<?, ?>) outputs).toString()).findFirst().orElse("");
    }

    private static List<Map<?, ?>> runs(InProcess supertask) {
        return Json.readList(supertask.run("list-runs", "--output", "json").out(), Map.class).stream()
                .<Map<?, ?>>map(run -> run).toList();
    }
}
