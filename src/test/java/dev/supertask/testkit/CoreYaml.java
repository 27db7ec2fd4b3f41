package dev.supertask.testkit;

import java.util.regex.Pattern;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/// Reads YAML as programs of these days do: plain scalars as the core schema of YAML 1.2 has them.
public final class CoreYaml extends Resolver {
    private CoreYaml() {}

    /// The data of a text.
    public static Object read(String text) {
        DumperOptions unused = new DumperOptions();
        return new Yaml(new SafeConstructor(new LoaderOptions()), new Representer(unused), unused, new CoreYaml())
                .load(text);
    }

    @Override
    protected void addImplicitResolvers() {
        addImplicitResolver(Tag.NULL, Pattern.compile("null|Null|NULL|~|"), "nN~\0");
        addImplicitResolver(Tag.NULL, Pattern.compile(""), null);
        addImplicitResolver(Tag.BOOL, Pattern.compile("true|True|TRUE|false|False|FALSE"), "tTfF");
        addImplicitResolver(Tag.INT, Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"), "-+0123456789");
        addImplicitResolver(Tag.FLOAT, Pattern.compile("[-+]?([.][0-9]+|[0-9]+([.][0-9]*)?)([eE][-+]?[0-9]+)?"
                + "|[-+]?[.](inf|Inf|INF)|[.](nan|NaN|NAN)"), "-+.0123456789");
    }
}
