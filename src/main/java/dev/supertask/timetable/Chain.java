package dev.supertask.timetable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.supertask.problem.Nearest;

/// What the jobs of a timetable say of each other with `after`, over all its texts: that they name jobs that are
/// there, and that none comes after itself, can be told only when all are read.
final class Chain {
    private final Map<String, List<Entry>> after = new LinkedHashMap<>();
    private int entries;

    /// One name under `after`.
    private record Entry(int number, String job, Yaml.Scalar upstream, Reading reading) {
        void mistake(String message, String remedy) {
            reading.mistake(upstream.span(), message, remedy);
        }
    }

    /// A job names another.
    void add(String job, Yaml.Scalar upstream, Reading reading) {
        after.computeIfAbsent(job, _ -> new ArrayList<>()).add(new Entry(entries++, job, upstream, reading));
    }

    /// Tells each name that is no job's, and each ring.
    ///
    /// @param jobs the names of all jobs
    void check(Set<String> jobs) {
        for (List<Entry> named : after.values()) {
            named.stream().filter(entry -> !jobs.contains(entry.upstream.text())).forEach(entry -> {
                String hint = Nearest.hint(entry.upstream.text(), jobs);
                entry.mistake("\"after\" in job \"" + entry.job + "\" names \"" + entry.upstream.text()
                        + "\", but the timetable has no such job",
                        hint != null ? hint : "write the name of one of its jobs");
            });
        }
        Rings rings = new Rings();
        after.keySet().forEach(rings::searchFrom);
    }

    /// Goes from each job to those before it, each job once; who meets a job on its own way has found a ring.
    private final class Rings {
        private final Map<String, Boolean> onTheWay = new HashMap<>();
        private final Deque<Iterator<Entry>> way = new ArrayDeque<>();
        private final Deque<Entry> steps = new ArrayDeque<>();

        void searchFrom(String start) {
            if (onTheWay.containsKey(start)) {
                return;
            }
            enter(start);
            while (!way.isEmpty()) {
                Iterator<Entry> left = way.getLast();
                if (!left.hasNext()) {
                    leave(start);
                    continue;
                }
                Entry entry = left.next();
                Boolean known = onTheWay.get(entry.upstream.text());
                if (known == null) {
                    steps.addLast(entry);
                    enter(entry.upstream.text());
                } else if (known) {
                    tell(entry);
                }
            }
        }

        private void enter(String job) {
            onTheWay.put(job, true);
            way.addLast(after.getOrDefault(job, List.of()).iterator());
        }

        private void leave(String start) {
            way.removeLast();
            Entry step = steps.pollLast();
            onTheWay.put(step == null ? start : step.upstream.text(), false);
        }

        /// Where it stands last in the text, there the ring is closed.
        private void tell(Entry last) {
            List<Entry> ring = new ArrayList<>(List.of(last));
            for (Iterator<Entry> back = steps.descendingIterator(); back.hasNext()
                    && !ring.getLast().job.equals(last.upstream.text());) {
                ring.add(back.next());
            }
            Entry closing = Collections.max(ring, Comparator.comparingInt(Entry::number));
            Entry first = Collections.min(ring, Comparator.comparingInt(Entry::number));
            Collections.rotate(ring, -indexOf(first.job, ring));
            StringBuilder path = new StringBuilder();
            ring.forEach(entry -> path.append(entry.upstream.text()).append(" → "));
            closing.mistake(ring.size() == 1
                    ? "job \"" + closing.job + "\" is after itself"
                    : "job \"" + closing.job + "\" is after itself in the end: " + path + first.job,
                    ring.size() == 1 ? "remove it" : "remove one of these");
        }

        /// Of the entry whose upstream has that name: the list is read as "upstream → the job of the entry".
        private static int indexOf(String job, List<Entry> ring) {
            for (int i = 0; i < ring.size(); i++) {
                if (ring.get(i).upstream.text().equals(job)) {
                    return i;
                }
            }
            return 0;
        }
    }
}
