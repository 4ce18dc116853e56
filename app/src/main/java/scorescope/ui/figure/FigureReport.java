package scorescope.ui.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import scorescope.plot.export.ExportFormat;
import scorescope.plot.export.FigureSurvey;
import scorescope.plot.guide.Numbers;
import scorescope.plot.layer.LayerCatalog;
import scorescope.words.Words;

/** Report on the file: which layers are vectors and which images, and checks of type, lines and colours. */
final class FigureReport extends VBox {
    private static final int DIGITS = 3;

    /** Least size of type that is readable in print, in points. */
    private static final double LEAST_TYPE = 5;

    /** Least width of lines that print reliably, in points. */
    private static final double LEAST_LINE = 0.25;

    private final Label remark = new Label();
    private final VBox layers = new VBox();
    private final VBox checks = new VBox();

    FigureReport() {
        layers.setId("composer-layers");
        checks.setId("composer-checks");
        getChildren()
                .setAll(
                        Rows.heading(Words.text("ui.composer.report"), remark),
                        layers,
                        Rows.heading(Words.text("ui.composer.checks"), new Label()),
                        checks);
    }

    void show(Preview.Report report, ExportFormat format, boolean withoutSession) {
        remark.setText(format.extension().toUpperCase(Locale.ROOT));
        layers.getChildren()
                .setAll(report.survey().layers().stream()
                        .map(layer -> row(title(layer.id()), made(layer, format)))
                        .toList());
        checks.getChildren()
                .setAll(checked(report, withoutSession).stream()
                        .map(FigureReport::check)
                        .toList());
    }

    private static String title(String layer) {
        return Words.written(LayerCatalog.CATALOG.kind(layer, "view.layers").title());
    }

    private static HBox row(String name, String remark) {
        var said = new Label(name);
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        var mute = new Label(remark);
        mute.getStyleClass().add("mute");
        mute.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(8, said, mute);
        row.getStyleClass().add("report-row");
        return row;
    }

    private static String made(FigureSurvey.Layer layer, ExportFormat format) {
        if (format.mostMarks().isEmpty()) {
            return Words.text("ui.composer.all-pixels");
        }
        var said = new ArrayList<String>();
        layer.images().stream()
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()))
                .forEach(
                        (size, count) -> said.add(Words.text("ui.composer.image", count, size.columns(), size.rows())));
        int most = format.mostMarks().getAsInt();
        if (layer.largest() > most) {
            said.add(Words.text("ui.composer.too-many", layer.largest(), most));
        } else if (layer.marks() > 0) {
            said.add(Words.text("ui.composer.vector", layer.marks()));
        }
        return String.join(Words.text("patch.separator"), said);
    }

    /** Result of one check. */
    private record Check(boolean good, String words) {}

    private static List<Check> checked(Preview.Report report, boolean withoutSession) {
        var all = new ArrayList<Check>();
        double type = report.survey().smallestType();
        double line = report.survey().thinnestLine();
        all.add(new Check(
                type >= LEAST_TYPE, Words.text("ui.composer.smallest-type", Numbers.significant(type, DIGITS))));
        if (Double.isFinite(line)) {
            all.add(new Check(
                    line >= LEAST_LINE, Words.text("ui.composer.thinnest-line", Numbers.significant(line, DIGITS))));
        }
        report.close().forEach(pair -> all.add(new Check(false, pair.words())));
        if (report.close().isEmpty()) {
            all.add(new Check(true, Words.text("ui.composer.colors-apart")));
        }
        all.add(
                withoutSession
                        ? new Check(true, Words.text("ui.composer.no-session"))
                        : new Check(true, Words.text("ui.composer.opens-again")));
        return all;
    }

    private static Label check(Check check) {
        var label = new Label(Words.text(check.good() ? "ui.composer.good" : "ui.composer.warning", check.words()));
        label.setWrapText(true);
        if (!check.good()) {
            label.getStyleClass().add("problem-text");
        }
        return label;
    }
}
