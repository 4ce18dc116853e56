package scorescope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import scorescope.core.density.Component;
import scorescope.words.Words;

/**
 * The components of a mixture with their numbers, one in a line. Where a number has more digits than its column holds, every
 * component takes two lines, in which columns are twice as wide.
 */
final class ComponentTable extends Region {
    /** The stage shows all components, however many there are. */
    static final int MOST_ROWS = 12;

    private static final double GAP = 4;
    private static final double HEAD = 16;
    private static final double LINE = 32;
    private static final double REMOVE = 24;

    private final Consumer<UnaryOperator<List<Component>>> changes;
    private final List<Label> heads = new ArrayList<>();
    private final List<ComponentRow> rows = new ArrayList<>();
    private int shown;
    private boolean folded;

    /** The numbers of a component. What can be negative needs room for its sign. */
    enum Column {
        WEIGHT("ui.distribution.weight.short", 36),
        X("ui.distribution.x", 43),
        Y("ui.distribution.y", 43),
        STD_X("ui.distribution.std-x.short", 33),
        STD_Y("ui.distribution.std-y.short", 33),
        CORRELATION("ui.distribution.correlation.short", 41);

        private final String title;
        private final double share;

        /** @param share of the width of a line that holds all columns */
        Column(String title, double share) {
            this.title = title;
            this.share = share;
        }
    }

    /** @param changes takes what becomes of the components when a number is typed */
    ComponentTable(Consumer<UnaryOperator<List<Component>>> changes) {
        this.changes = changes;
        getStyleClass().add("component-table");
        for (var column : Column.values()) {
            var head = new Label(Words.text(column.title));
            head.getStyleClass().add("component-head");
            heads.add(head);
        }
        getChildren().setAll(heads);
    }

    /** @param removable whether any of them may be taken away */
    void show(List<Component> components, boolean removable) {
        while (rows.size() < components.size()) {
            var row = new ComponentRow(rows.size(), changes);
            rows.add(row);
            getChildren().addAll(row.nodes());
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
        double unit = unit(getWidth(), Column.values().length);
        folded = getWidth() > 0
                && rows.subList(0, shown).stream().anyMatch(row -> List.of(Column.values()).stream()
                        .anyMatch(column -> row.field(column).wantedWidth() > unit * column.share));
        if (before != folded) {
            requestLayout();
        }
    }

    /** Points for each unit of a column's share, where a line holds the first or last {@code columns} columns. */
    private double unit(double width, int columns) {
        double shares = 0;
        for (int k = 0; k < columns; k++) {
            shares += Column.values()[k].share;
        }
        return (width - REMOVE - GAP * columns) / shares;
    }

    private int columns() {
        return folded ? Column.values().length / 2 : Column.values().length;
    }

    private int lines() {
        return Column.values().length / columns();
    }

    @Override
    protected void layoutChildren() {
        fold();
        int columns = columns();
        double wide = unit(getWidth(), columns);
        double headHeight = HEAD * lines();
        for (var column : Column.values()) {
            int line = column.ordinal() / columns;
            double left = 0;
            for (int k = line * columns; k < column.ordinal(); k++) {
                left += width(Column.values()[k], wide, columns) + GAP;
            }
            double width = width(column, wide, columns);
            heads.get(column.ordinal()).resizeRelocate(snap(left), line * HEAD, snap(width), HEAD);
            for (int row = 0; row < shown; row++) {
                double top = headHeight + GAP + (row * lines() + line) * (LINE + GAP);
                rows.get(row).field(column).resizeRelocate(snap(left), top, snap(width), LINE);
            }
        }
        for (int row = 0; row < shown; row++) {
            double top = headHeight + GAP + row * lines() * (LINE + GAP);
            rows.get(row).remove().resizeRelocate(getWidth() - REMOVE, top, REMOVE, LINE);
        }
    }

    /** Two lines have columns of the same width below each other. */
    private double width(Column column, double unit, int columns) {
        return folded ? (getWidth() - REMOVE - GAP * columns) / columns : unit * column.share;
    }

    private double snap(double value) {
        return snapPositionX(value);
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
