package dev.supertask.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import dev.supertask.problem.Nearest;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// `--output`: the form of a result.
final class OutputOption {
    @Option(names = "--output", paramLabel = "FORM", defaultValue = "table", converter = Reader.class, description = "table for people; json, yaml or csv for programs.")
    private Form form = Form.TABLE;

    enum Form {
        TABLE, JSON, YAML, CSV;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Reads the form's word.
    static final class Reader implements ITypeConverter<Form> {
        @Override
        public Form convert(String value) {
            List<String> words = Arrays.stream(Form.values()).map(Form::word).toList();
            return Arrays.stream(Form.values()).filter(form -> form.word().equalsIgnoreCase(value)).findFirst()
                    .orElseThrow(() -> new TypeConversionException("\"" + value + "\" is none of "
                            + String.join(", ", words) + Nearest.to(value, words)
                                    .map(near -> " · did you mean \"" + near + "\"?").orElse("")));
        }
    }

    Form form() {
        return form;
    }
}
