package dev.supertask.keeper;

import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

/// An [Order] as [Fields]. The one place to extend when an order learns to say more: a new number, and a
/// default for schedulers that do not send it yet. A number from [Fields#CRITICAL] on is for what must not
/// be left out (as whom to run, say): a keeper that does not know it refuses the launch.
final class OrderCodec {
    private static final int RUN = 1;
    private static final int ATTEMPT = 2;
    private static final int LOG = 3;
    private static final int WORD = 4;
    private static final int VARIABLE = 5;
    private static final int WORKING_DIR = 6;
    private static final int STREAMS_APART = 7;
    private static final int GROUP = 8;
    private static final int TAGGED = 9;
    private static final int ZONE = 10;
    private static final int MOST_BYTES = 11;
    private static final int STEP = 12;
    private static final int HEADING = 13;
    // As whom, within which limits and on what a program runs must not be left out.
    private static final int PREFIX = Fields.CRITICAL;
    private static final int STDIN = Fields.CRITICAL + 14;
    private static final int LAST_CRITICAL = STDIN;

    private OrderCodec() {}

    static byte[] encode(Order order) {
        Spawn spawn = order.spawn();
        LogForm form = order.form();
        ZoneId zone = form.zone();
        return new Fields.Writer().put(RUN, order.run()).put(ATTEMPT, order.id().attempt()).put(LOG, order.log())
                .put(WORD, spawn.argv()).put(VARIABLE, spawn.env()).put(WORKING_DIR, spawn.workingDir())
                .put(STREAMS_APART, spawn.streams() == Spawn.Streams.APART ? 1 : 0)
                .put(GROUP, switch (spawn.group()) {
                    case SESSION -> 0;
                    case OWN -> 1;
                    case SHARED -> 2;
                }).put(PREFIX, spawn.prefix()).put(STDIN, listed(spawn.stdin())).put(TAGGED, form.tagged() ? 1 : 0)
                .put(ZONE, listed(zone == null ? null : zone.getId())).put(MOST_BYTES, form.mostBytes())
                .put(STEP, order.id().step()).put(HEADING, order.heading()).bytes();
    }

    static Message decode(Fields fields) {
        if (fields.anyCriticalBeyond(LAST_CRITICAL)) {
            return new Message.Beyond(id(fields));
        }
        Spawn spawn = new Spawn(fields.texts(WORD), fields.texts(VARIABLE), fields.text(WORKING_DIR),
                fields.number(STREAMS_APART, 0) == 1 ? Spawn.Streams.APART : Spawn.Streams.TOGETHER,
                switch ((int) fields.number(GROUP, 0)) {
                    case 1 -> Spawn.Group.OWN;
                    case 2 -> Spawn.Group.SHARED;
                    default -> Spawn.Group.SESSION;
                }, fields.texts(PREFIX), fields.texts(STDIN).stream().findFirst().orElse(null));
        ZoneId zone = fields.texts(ZONE).stream().findFirst().map(ZoneId::of).orElse(null);
        LogForm form = new LogForm(fields.number(TAGGED, 0) == 1, zone, fields.number(MOST_BYTES, 0));
        return new Message.Launch(new Order(id(fields), spawn, fields.text(LOG), form, fields.text(HEADING)));
    }

    private static AttemptId id(Fields fields) {
        return new AttemptId(fields.text(RUN), (int) fields.number(ATTEMPT, 1), (int) fields.number(STEP, 1));
    }

    private static List<String> listed(@Nullable String text) {
        return text == null ? List.of() : List.of(text);
    }
}
