package scorescope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import scorescope.core.density.Component;
import scorescope.ui.control.RovingFocus;
import scorescope.words.Words;

/**
 * Table of components, one line each. If a number does not fit into its column, every component takes two lines with columns
 * twice as wide.
 */
final class ComponentTable extends Region {
    /** Most components in the table; the stage shows all. */
    static final int MOST_ROWS = 12;

    private static final double GAP = 4;
    private static final double HEAD = 16;
    private static final double LINE = 32;
    private static final double REMOVE = 24;

    private static final List<Column> COLUMNS = List.of(Column.values());

    private final Consumer<UnaryOperator<List<Component>>> changes;
    private final List<Label> heads = new ArrayList<>();
    private final List<ComponentRow> rows = new ArrayList<>();

    /** {@code true}: text fields use the arrow keys themselves. */
    private final RovingFocus roving = new RovingFocus(true);

    private int shown;
    private boolean folded;

    /** Columns. Numbers that may be negative need space for a sign. */
    enum Column {
        WEIGHT("ui.distribution.weight.short", 36),
        X("ui.distribution.x", 43),
        Y("ui.distribution.y", 43),
        STD_X("ui.distribution.std-x.short", 33),
        STD_Y("ui.distribution.std-y.short", 33),
        CORRELATION("ui.distribution.correlation.short", 41);

        private final String title;
        private final double share;

        /** @param share relative width in a line that holds all columns */
        Column(String title, double share) {
            this.title = title;
            this.share = share;
        }
    }

    /** @param changes receives a change of the list of components when a number is typed */
    ComponentTable(Consumer<UnaryOperator<List<Component>>> changes) {
        this.changes = changes;
        getStyleClass().add("component-table");
        for (var column : COLUMNS) {
            var head = new Label(Words.text(column.title));
            head.getStyleClass().add("component-head");
            heads.add(head);
        }
        getChildren().setAll(heads);
    }

    /** @param removable whether components may be removed */
    void show(List<Component> components, boolean removable) {
        while (rows.size() < components.size()) {
            var row = new ComponentRow(rows.size(), changes);
            rows.add(row);
            getChildren().addAll(row.nodes());
            row.nodes().forEach(roving::add);
        }
        shown = components.size();
        setVisible(shown > 0);
        setManaged(shown > 0);
        for (int k = 0; k < rows.size(); k++) {
            boolean used = k < shown;
            rows.get(k).nodes().forEach(node -> node.setVisible(used));
            if (used) {
                rows.get(k).show(components.get(k), removable);
            }
        }
        fold();
    }

    private void fold() {
        boolean before = folded;
        double unit = unit(getWidth(), COLUMNS.size());
        folded = getWidth() > 0
                && rows.subList(0, shown).stream().anyMatch(row -> COLUMNS.stream()
                        .anyMatch(column -> row.field(column).wantedWidth() > unit * column.share));
        if (before != folded) {
            requestLayout();
        }
    }

    /** Logical pixels per unit of share, for a line of the first {@code columns} columns. */
    private static double unit(double width, int columns) {
        double shares = COLUMNS.subList(0, columns).stream()
                .mapToDouble(column -> column.share)
                .sum();
        return (width - REMOVE - GAP * columns) / shares;
    }

    private int columns() {
        return folded ? COLUMNS.size() / 2 : COLUMNS.size();
    }

    private int lines() {
        return COLUMNS.size() / columns();
    }

    @Override
    protected void layoutChildren() {
        fold();
        int columns = columns();
        double left = 0;
        for (int k = 0; k < COLUMNS.size(); k++) {
            int line = k / columns;
            left = k % columns == 0 ? 0 : left;
            double width = width(COLUMNS.get(k));
            heads.get(k).resizeRelocate(snapPositionX(left), line * HEAD, snapSizeX(width), HEAD);
            for (int row = 0; row < shown; row++) {
                double top = top(row) + line * (LINE + GAP);
                rows.get(row).field(COLUMNS.get(k)).resizeRelocate(snapPositionX(left), top, snapSizeX(width), LINE);
            }
            left += width + GAP;
        }
        for (int row = 0; row < shown; row++) {
            rows.get(row).remove().resizeRelocate(getWidth() - REMOVE, top(row), REMOVE, LINE);
        }
    }

    private double top(int row) {
        return HEAD * lines() + GAP + row * lines() * (LINE + GAP);
    }

    /** Width of a column; in two lines all columns are equally wide. */
    private double width(Column column) {
        return folded
                ? (getWidth() - REMOVE - GAP * columns()) / columns()
                : unit(getWidth(), COLUMNS.size()) * column.share;
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEAD * lines() + GAP + shown * lines() * (LINE + GAP);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 240;
    }
}
