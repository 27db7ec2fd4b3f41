package dev.supertask.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import picocli.CommandLine.Help.Ansi;

/// Rows under headings, aligned. A row is always one line.
final class Table {
    private static final String GAP = "  ";

    private final List<Cell> heads;
    private final List<List<Cell>> rows = new ArrayList<>();

    Table(List<String> heads) {
        this.heads = heads.stream().map(head -> Cell.dim(head.toUpperCase(Locale.ROOT))).toList();
    }

    void row(List<Cell> cells) {
        if (cells.size() != heads.size()) {
            throw new IllegalArgumentException(cells.size() + " cells under " + heads.size() + " heads");
        }
        rows.add(List.copyOf(cells));
    }

    /// Prints it.
    ///
    /// @param width of the terminal: the last column is cut there
    void print(PrintWriter out, Ansi ansi, int width) {
        int[] widths = new int[heads.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(DisplayWidth.of(heads.get(i).text()),
                    rows.stream().mapToInt(row -> DisplayWidth.of(row.get(column).text())).max().orElse(0));
        }
        out.println(line(heads, widths, ansi, width));
        rows.forEach(row -> out.println(line(row, widths, ansi, width)));
    }

    private static String line(List<Cell> cells, int[] widths, Ansi ansi, int width) {
        StringBuilder line = new StringBuilder();
        int used = 0;
        int last = widths.length - 1;
        for (int i = 0; i < last; i++) {
            Cell cell = cells.get(i);
            line.append(cell.rendered(ansi, cell.text()))
                    .append(" ".repeat(widths[i] - DisplayWidth.of(cell.text())))
                    .append(GAP);
            used += widths[i] + GAP.length();
        }
        Cell end = cells.get(last);
        line.append(end.rendered(ansi, DisplayWidth.cut(end.text(), Math.max(width - used, 10))));
        return line.toString().stripTrailing();
    }
}
