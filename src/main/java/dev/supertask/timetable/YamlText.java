package dev.supertask.timetable;

import java.util.regex.Pattern;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/// Plain data as block YAML, for programs and people that read results.
public final class YamlText {
    private YamlText() {}

    /// Writes maps, lists, texts, numbers, booleans and nulls. Texts that a reader could take for
    /// something else are quoted; several lines are a literal block.
    public static String write(Object tree) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setSplitLines(false);
        options.setDereferenceAliases(true);
        // What a terminal cannot show is escaped; the library would make Base64 of the whole text.
        options.setNonPrintableStyle(DumperOptions.NonPrintableStyle.ESCAPE);
        return new Yaml(new Quoting(options), options).dump(tree);
    }

    /// Quotes what looks like a number to YAML 1.2 and not to 1.1, which the library writes, and escapes what
    /// only one of them takes for the end of a line.
    private static final class Quoting extends Representer {
        private static final Pattern NUMBER = Pattern.compile("0o[0-7]+|0x[0-9a-fA-F]+"
                + "|[-+]?(?:[.][0-9]+|[0-9]+(?:[.][0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?[.](?i:inf)|[.](?i:nan)");

        private static final Pattern ODD = Pattern.compile("[\\r\\u0085\\u2028\\u2029\\uFEFF]");

        Quoting(DumperOptions options) {
            super(options);
        }

        @Override
        protected Node representScalar(Tag tag, String value, DumperOptions.ScalarStyle style) {
            if (!tag.equals(Tag.STR)) {
                return super.representScalar(tag, value, style);
            }
            if (ODD.matcher(value).find()) {
                return super.representScalar(tag, value, DumperOptions.ScalarStyle.DOUBLE_QUOTED);
            }
            boolean number = NUMBER.matcher(value).matches();
            return super.representScalar(tag, value, number ? DumperOptions.ScalarStyle.SINGLE_QUOTED : style);
        }
    }
}
