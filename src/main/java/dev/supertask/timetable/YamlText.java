package dev.supertask.timetable;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

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
        return new Yaml(options).dump(tree);
    }
}
