package dev.supertask.bench;

import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import dev.supertask.schedule.Frame;
import dev.supertask.schedule.Schedule;
import dev.supertask.schedule.ScheduleText;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.quartz.CronExpression;

/// Next occurrences and parses a second of eight typical expressions, in a zone whose clock changes: Supertask beside
/// plain cron-utils, Quartz and Spring. Each question is asked from the answer to the last, as a scheduler does.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class CronBenchmark {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2090-01-01T00:00:00Z");
    private static final CronParser CRON_UTILS = new CronParser(
            CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));

    /// In the spelling that all four read alike.
    @Param({"0 */5 * * * ?", "0 0 3 * * ?", "0 30 7 ? * MON-FRI", "0 0 0 1 * ?", "0 0,30 9-17 * * ?",
            "0 15 2 ? * SUN", "0 0 12 L * ?", "0 0 0 29 2 ?"})
    public String text = "";

    private final Frame frame = new Frame(ZONE, START);
    private Schedule supertask = ScheduleText.parse("@daily").schedule();
    private Instant supertaskAt = START;
    private org.springframework.scheduling.support.CronExpression spring = springOf("0 0 0 * * ?");
    private ZonedDateTime springAt = START.atZone(ZONE);
    private ExecutionTime cronUtils = cronUtilsOf("0 0 0 * * ?");
    private ZonedDateTime cronUtilsAt = START.atZone(ZONE);
    private CronExpression quartz = quartzOf("0 0 0 * * ?");
    private Date quartzAt = Date.from(START);

    /// Reads the text with all four.
    @Setup
    public void read() {
        supertask = ScheduleText.parse(text).schedule();
        spring = springOf(text);
        cronUtils = cronUtilsOf(text);
        quartz = quartzOf(text);
    }

    /// The next occurrence.
    @Benchmark
    public Instant nextSupertask() {
        Instant next = supertask.next(supertaskAt, frame).orElse(END);
        supertaskAt = next.isBefore(END) ? next : START;
        return next;
    }

    /// The next occurrence.
    @Benchmark
    public ZonedDateTime nextSpring() {
        ZonedDateTime next = spring.next(springAt);
        springAt = next != null && next.getYear() < 2090 ? next : START.atZone(ZONE);
        return springAt;
    }

    /// The next occurrence.
    @Benchmark
    public ZonedDateTime nextCronUtils() {
        ZonedDateTime next = cronUtils.nextExecution(cronUtilsAt).orElse(null);
        cronUtilsAt = next != null && next.getYear() < 2090 ? next : START.atZone(ZONE);
        return cronUtilsAt;
    }

    /// The next occurrence.
    @Benchmark
    public Date nextQuartz() {
        Date next = quartz.getNextValidTimeAfter(quartzAt);
        quartzAt = next != null && next.toInstant().isBefore(END) ? next : Date.from(START);
        return quartzAt;
    }

    /// Text to schedule.
    @Benchmark
    public Schedule parseSupertask() {
        return ScheduleText.parse(text).schedule();
    }

    /// Text to schedule.
    @Benchmark
    public org.springframework.scheduling.support.CronExpression parseSpring() {
        return springOf(text);
    }

    /// Text to schedule.
    @Benchmark
    public Cron parseCronUtils() {
        return CRON_UTILS.parse(text);
    }

    /// Text to schedule.
    @Benchmark
    public CronExpression parseQuartz() {
        return quartzOf(text);
    }

    private static org.springframework.scheduling.support.CronExpression springOf(String text) {
        return org.springframework.scheduling.support.CronExpression.parse(text);
    }

    private static ExecutionTime cronUtilsOf(String text) {
        return ExecutionTime.forCron(CRON_UTILS.parse(text));
    }

    private static CronExpression quartzOf(String text) {
        try {
            CronExpression expression = new CronExpression(text);
            expression.setTimeZone(TimeZone.getTimeZone(ZONE));
            return expression;
        } catch (ParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
