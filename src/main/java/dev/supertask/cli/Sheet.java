package dev.supertask.cli;

import java.util.List;

import picocli.CommandLine.Help.Ansi;

/// Everything about one thing, for people: labels and values, aligned.
final class Sheet {
    private static final int USUAL_LABELS = 12;

    private final Ansi ansi;
    private final int labels;
    private final StringBuilder text = new StringBuilder();

    Sheet(Ansi ansi) {
        this(ansi, USUAL_LABELS);
    }

    /// @param labels the width of their column
    Sheet(Ansi ansi, int labels) {
        this.ansi = ansi;
        this.labels = labels;
    }

    Sheet title(String title) {
        text.append(Cell.visible(title)).append('\n');
        return this;
    }

    Sheet line(String label, String value) {
        return line(label, Cell.of(value));
    }

    Sheet line(String label, Cell value) {
        Cell name = Cell.dim(label);
        text.append("  ").append(name.rendered(ansi, name.text())).append(" ".repeat(labels - label.length()))
                .append(value.rendered(ansi, value.text())).append('\n');
        return this;
    }

    /// Several values under one label; none is a dash.
    Sheet lines(String label, List<Cell> values) {
        if (values.isEmpty()) {
            return line(label, Cell.NONE);
        }
        for (int i = 0; i < values.size(); i++) {
            line(i == 0 ? label : "", values.get(i));
        }
        return this;
    }

    /// A text of several lines, indented.
    Sheet block(String label, String block) {
        Cell name = Cell.dim(label);
        text.append("  ").append(name.rendered(ansi, name.text())).append('\n');
        block.lines()
                .forEach(line -> text.append(line.isEmpty() ? "" : "    " + Cell.visible(line)).append('\n'));
        return this;
    }

    String text() {
        return text.toString();
    }
}
