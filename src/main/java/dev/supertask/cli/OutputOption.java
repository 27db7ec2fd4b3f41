package dev.supertask.cli;

import picocli.CommandLine.Option;

/// `--output`: the form of a result.
final class OutputOption {
    @Option(names = "--output", paramLabel = "FORM", defaultValue = "table", description = "table for people; json, yaml or csv for programs.")
    private Form form = Form.TABLE;

    enum Form {
        TABLE, JSON, YAML, CSV
    }

    Form form() {
        return form;
    }
}
