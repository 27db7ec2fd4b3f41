package dev.supertask.timetable;

import java.util.HashMap;
import java.util.Map;

import dev.supertask.job.Job;

/// Makes equal parts of many jobs one object: of a hundred thousand jobs few differ in more than what they launch.
final class Alike {
    /// Where parts differ that often, remembering them costs more than it saves.
    private static final int MOST = 10_000;

    private final Map<Object, Object> known = new HashMap<>();

    Job of(Job job) {
        return new Job(job.name(), job.title(), job.description(), one(job.tags()), one(job.schedules()),
                one(job.after()), job.zone(), job.enabled(),
                job.steps().stream().map(step -> step.withPlace(one(step.place()))).toList(),
                one(job.policies()));
    }

    @SuppressWarnings("unchecked") // equal records and lists are of one type
    private <T> T one(T part) {
        Object first = known.size() < MOST ? known.putIfAbsent(part, part) : known.get(part);
        return first == null ? part : (T) first;
    }
}
