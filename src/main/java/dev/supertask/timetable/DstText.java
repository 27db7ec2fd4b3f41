package dev.supertask.timetable;

import dev.supertask.schedule.Dst;
import org.jspecify.annotations.Nullable;

/// The policy for changes of the clocks: `dst: {gap: skip, overlap: both}`.
final class DstText {
    private DstText() {}

    /// The policy of a key, with what held before for what it does not say.
    ///
    /// @param where what the map around it is called
    static Dst read(@Nullable Field field, String where, Values values, Dst before) {
        Yaml.Mapping map = field == null ? null : values.map(field, "write {gap: after, overlap: first}, for example");
        if (map == null) {
            return before;
        }
        Fields fields = Fields.of(map, " in \"dst\" of " + where, Keys.DST, values.reading());
        Field gap = fields.get("gap");
        Field overlap = fields.get("overlap");
        Dst.Gap skipped = gap == null ? null : values.choice(gap, Dst.Gap.values(), Dst.Gap::word);
        Dst.Overlap repeated = overlap == null
                ? null
                : values.choice(overlap, Dst.Overlap.values(), Dst.Overlap::word);
        return new Dst(skipped != null ? skipped : before.gap(), repeated != null ? repeated : before.overlap());
    }

    /// Writes what is not Debian's rule.
    static void write(Dst dst, YamlWriter out) {
        Dst.Gap gap = dst.gap();
        Dst.Overlap overlap = dst.overlap();
        if (gap == null && overlap == null) {
            return;
        }
        out.open("dst");
        if (gap != null) {
            out.text("gap", gap.word());
        }
        if (overlap != null) {
            out.text("overlap", overlap.word());
        }
        out.close();
    }
}
