package scorescope.ui.figure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import scorescope.plot.guide.Numbers;
import scorescope.plot.paint.Length;
import scorescope.session.FigureSpec;
import scorescope.session.FigureSpec.Share;
import scorescope.session.Letters;
import scorescope.session.Patch;
import scorescope.session.Venue;
import scorescope.session.VenueCatalog;
import scorescope.ui.control.Buttons;
import scorescope.words.Words;

/** Settings of the whole figure: width, height, type, lines, columns, letters, shared scales. */
final class FigureSettings extends VBox {
    private static final int MOST_COLUMNS = 6;
    private static final int DIGITS = 4;

    /** Width of a field for a number with one decimal, in logical pixels. */
    private static final double NUMBER = 44;

    /** Width of a field for a length such as 82.55mm, in logical pixels. */
    private static final double WIDTH = 72;

    private static final double MILLIMETRES = 25.4 / Length.POINTS_PER_INCH;

    private final Label size = new Label();
    private final Label problem = Rows.problem("composer-figure-problem");
    private final ComboBox<String> venue;
    private final TextField width;
    private final TextField height;
    private final TextField type;
    private final TextField line;
    private final ComboBox<Integer> columns;
    private final ComboBox<Letters> letters;
    private final Map<Share, CheckBox> shares = new EnumMap<>(Share.class);
    private final CheckBox transparent;

    FigureSettings(ComposerModel composer) {
        size.setId("composer-size");
        venue = Rows.choice(
                "composer-venue",
                Words.text("ui.composer.venue"),
                Stream.concat(Stream.of(""), VenueCatalog.ids().stream()).toList(),
                id -> VenueCatalog.named(id).map(Venue::title).orElse(Words.text("ui.composer.own-width")),
                id -> VenueCatalog.named(id)
                        .ifPresentOrElse(
                                composer::print,
                                () -> Rows.problem(
                                        problem,
                                        composer.set(Patch.of(
                                                "figure.width",
                                                composer.figure().length())))));
        width = Rows.field(
                "composer-width",
                Words.text("ui.composer.width"),
                Words.text("ui.composer.width-help"),
                text -> composer.set(Patch.of("figure.width", text.replace(" ", ""))),
                problem);
        height = Rows.field(
                "composer-height",
                Words.text("ui.composer.height"),
                Words.text("ui.composer.height-help"),
                text -> composer.set(Patch.of("figure.height", text.isBlank() ? Patch.REMOVED : text.replace(" ", ""))),
                problem);
        type = Rows.field(
                "composer-type",
                Words.text("ui.composer.type"),
                Words.text("ui.composer.type-help"),
                text -> composer.setNumber("figure.type", text),
                problem);
        line = Rows.field(
                "composer-line",
                Words.text("ui.composer.line"),
                Words.text("ui.composer.line-help"),
                text -> composer.setNumber("figure.line", text),
                problem);
        columns = Rows.choice(
                "composer-columns",
                Words.text("ui.composer.columns"),
                IntStream.rangeClosed(0, MOST_COLUMNS).boxed().toList(),
                count -> count == 0
                        ? Words.text("ui.composer.columns-fitting")
                        : Words.text("ui.composer.columns-count", count),
                count -> composer.set(Patch.of("figure.columns", count == 0 ? Patch.REMOVED : count)));
        letters = Rows.choice(
                "composer-letters",
                Words.text("ui.composer.letters"),
                List.of(Letters.values()),
                FigureSettings::sample,
                chosen -> composer.set(Patch.of("figure.letters", chosen.id())));
        transparent = box("composer-transparent", "ui.composer.transparent", "ui.composer.transparent.help");
        transparent.setOnAction(
                _ -> composer.set(Patch.of("figure.background", transparent.isSelected() ? "none" : Patch.REMOVED)));
        var anonymous = box("composer-anonymous", "ui.composer.anonymous", "ui.composer.anonymous.help");
        anonymous.selectedProperty().bindBidirectional(composer.withoutSessionProperty());
        var shared = new HBox(12);
        for (var share : Share.values()) {
            var box = box(
                    "composer-share-" + share.id(),
                    "ui.composer.share." + share.id(),
                    "ui.composer.share." + share.id() + ".help");
            box.setOnAction(_ -> composer.share(share, box.isSelected()));
            shares.put(share, box);
            shared.getChildren().add(box);
        }
        getChildren()
                .setAll(
                        Rows.heading(Words.text("ui.composer.figure"), size),
                        Rows.row(Words.text("ui.composer.venue"), venue),
                        Rows.row(
                                Words.text("ui.composer.width"),
                                sized(width, WIDTH),
                                label("ui.composer.height"),
                                sized(height, WIDTH)),
                        Rows.row(
                                Words.text("ui.composer.type"),
                                sized(type, NUMBER),
                                label("ui.composer.line"),
                                sized(line, NUMBER)),
                        problem,
                        Rows.row(Words.text("ui.composer.columns"), columns, letters),
                        Rows.row(Words.text("ui.composer.share"), shared),
                        Rows.row(Words.text("ui.composer.file"), transparent, anonymous));
    }

    private static CheckBox box(String id, String key, String help) {
        var box = Buttons.explain(new CheckBox(Words.text(key)), Words.text(key), Words.text(help));
        box.setId(id);
        return box;
    }

    private static TextField sized(TextField field, double width) {
        field.setMinWidth(width);
        field.setMaxWidth(width);
        return field;
    }

    private static Label label(String key) {
        var label = new Label(Words.text(key));
        label.getStyleClass().add("mute");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static String sample(Letters letters) {
        return letters == Letters.NONE
                ? Words.text("ui.composer.letters-none")
                : IntStream.range(0, 3)
                        .mapToObj(i -> letters.of(i).orElseThrow())
                        .reduce((one, more) -> one + "  " + more)
                        .orElseThrow();
    }

    /** Shows the settings of a figure. */
    void show(FigureSpec figure) {
        value(venue, figure.venue().map(Venue::id).orElse(""));
        Rows.show(width, figure.length());
        Rows.show(height, figure.print().height().orElse(""));
        Rows.show(type, Numbers.significant(figure.type(), DIGITS));
        Rows.show(line, Numbers.significant(figure.line(), DIGITS));
        int count = figure.columns().orElse(0);
        if (!columns.getItems().contains(count)) {
            var more = new ArrayList<>(columns.getItems());
            more.add(count);
            columns.getItems().setAll(more);
        }
        value(columns, count);
        columns.setDisable(figure.panels().size() < 2);
        letters.setDisable(figure.panels().isEmpty());
        value(letters, figure.print().letters());
        shares.forEach((share, box) -> {
            box.setSelected(figure.shares(share));
            box.setDisable(figure.panels().size() < 2);
        });
        transparent.setSelected(figure.print().transparent());
    }

    /** Shows a value without running the box's action. */
    private static <T> void value(ComboBox<T> box, T value) {
        if (!value.equals(box.getValue())) {
            var action = box.getOnAction();
            box.setOnAction(null);
            box.setValue(value);
            box.setOnAction(action);
        }
    }

    /** Shows the printed size of the figure. */
    void measured(Preview preview) {
        size.setText(Words.text(
                "ui.composer.size", whole(preview.width() * MILLIMETRES), whole(preview.height() * MILLIMETRES)));
    }

    private static String whole(double millimetres) {
        return Long.toString(Math.round(millimetres));
    }
}
