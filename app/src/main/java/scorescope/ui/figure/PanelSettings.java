package scorescope.ui.figure;

import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import scorescope.session.SessionParameters;
import scorescope.ui.control.Buttons;
import scorescope.ui.control.Icon;
import scorescope.ui.figure.PanelDifferences.Difference;
import scorescope.words.Words;

/** Settings of panels: adds one from the stage; shows title and differences of the selected one. */
final class PanelSettings extends VBox {
    private final ComposerModel composer;
    private final Label count = new Label();
    private final Label empty = new Label(Words.text("ui.composer.empty"));
    private final Button add;
    private final VBox chosen = new VBox();
    private final Label name = new Label();
    private final TextField title;
    private final Label titleProblem = Rows.problem("composer-title-problem");
    private final VBox differences = new VBox();
    private final Label equalLabel = new Label();
    private final TextField setting;
    private final Label settingProblem = Rows.problem("composer-setting-problem");
    private int shown = ComposerModel.NONE;

    /** @param leave shows the stage again */
    PanelSettings(ComposerModel composer, Runnable leave) {
        this.composer = composer;
        count.setId("composer-count");
        empty.setWrapText(true);
        empty.getStyleClass().add("mute");
        add = Buttons.pill(
                "composer-add",
                Words.text("ui.composer.add"),
                Words.text("ui.composer.add-help"),
                composer::addPresent);
        add.setMaxWidth(Double.MAX_VALUE);
        title = Rows.field(
                "composer-title",
                Words.text("ui.composer.title"),
                Words.text("ui.composer.title-help"),
                composer::title,
                titleProblem);
        title.setPromptText(Words.text("ui.composer.title-prompt"));
        setting = Rows.field(
                "composer-setting",
                Words.text("ui.composer.difference"),
                Words.text("ui.composer.difference-help"),
                text -> text.isBlank() ? java.util.Optional.empty() : composer.differ(text),
                settingProblem);
        setting.setPromptText(Words.text("ui.composer.difference-prompt"));
        equalLabel.setWrapText(true);
        equalLabel.setId("composer-equal");
        equalLabel.getStyleClass().add("mute");
        differences.setId("composer-differences");
        name.getStyleClass().add("strong");
        name.setId("composer-chosen");
        var tools = new HBox(
                4,
                Buttons.flat(
                        "composer-earlier",
                        Icon.BACK,
                        Words.text("ui.composer.earlier"),
                        () -> composer.move(composer.selected() - 1)),
                Buttons.flat(
                        "composer-later",
                        Icon.FOLD,
                        Words.text("ui.composer.later"),
                        () -> composer.move(composer.selected() + 1)),
                Buttons.flat("composer-remove", Icon.CLOSE, Words.text("ui.composer.remove"), composer::remove));
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        var head = new HBox(4, name, tools);
        head.setAlignment(Pos.CENTER_LEFT);
        var actions = new FlowPane(
                8,
                4,
                Buttons.pill(
                        "composer-to-stage",
                        Words.text("ui.composer.to-stage"),
                        Words.text("ui.composer.to-stage-help"),
                        () -> {
                            composer.showOnStage();
                            leave.run();
                        }),
                Buttons.pill(
                        "composer-take",
                        Words.text("ui.composer.take"),
                        Words.text("ui.composer.take-help"),
                        composer::takePresent));
        chosen.getStyleClass().add("chosen-panel");
        chosen.getChildren()
                .setAll(
                        head,
                        Rows.row(Words.text("ui.composer.title"), title),
                        titleProblem,
                        differences,
                        equalLabel,
                        Rows.row(Words.text("ui.composer.difference"), setting),
                        settingProblem,
                        actions);
        getChildren().setAll(Rows.heading(Words.text("ui.composer.panels"), count), empty, add, chosen);
    }

    /** Shows the panels of the session. */
    void show() {
        count.setText(Words.text("ui.composer.count", composer.panels(), SessionParameters.MOST_PANELS));
        add.setDisable(composer.full());
        visible(empty, composer.panels() == 0);
        var panel = composer.panel();
        visible(chosen, panel.isPresent());
        if (shown != composer.selected()) {
            shown = composer.selected();
            title.setUserData(null);
            setting.setUserData(null);
            Rows.problem(titleProblem, java.util.Optional.empty());
            Rows.problem(settingProblem, java.util.Optional.empty());
        }
        panel.ifPresent(one -> {
            var split = composer.differences(shown);
            String letter = composer.figure().letter(shown).orElseGet(() -> Words.text("ui.composer.panel", shown + 1));
            name.setText(Words.text(
                    split.differing().isEmpty() ? "ui.composer.chosen-same" : "ui.composer.chosen-differs", letter));
            Rows.show(title, one.title().orElse(""));
            Rows.show(setting, "");
            differences
                    .getChildren()
                    .setAll(split.differing().stream().map(this::row).toList());
            equalLabel.setText(
                    split.equal().isEmpty()
                            ? ""
                            : Words.text(
                                    "ui.composer.equal",
                                    split.equal().stream()
                                            .map(Difference::words)
                                            .distinct()
                                            .collect(Collectors.joining(Words.text("patch.separator")))));
            visible(equalLabel, !split.equal().isEmpty());
        });
    }

    private HBox row(Difference difference) {
        var words = new Label(difference.words());
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(
                4,
                words,
                Buttons.flat(
                        "composer-follow-" + difference.path().replace('.', '-'),
                        Icon.CLOSE,
                        Words.text("ui.composer.follow", difference.words()),
                        () -> composer.follow(difference.path())));
        row.getStyleClass().add("difference");
        return row;
    }

    private static void visible(javafx.scene.Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
