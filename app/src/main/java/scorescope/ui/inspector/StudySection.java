package scorescope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import scorescope.core.parameter.Kind;
import scorescope.plot.study.Study;
import scorescope.plot.study.StudyCatalog;
import scorescope.session.Session;
import scorescope.session.StudySpec;
import scorescope.ui.control.Buttons;
import scorescope.ui.model.WorkbenchModel;
import scorescope.words.Words;

/** Which study has the stage's place, and what can be set of it. */
final class StudySection {
    private static final String STAGE = "stage";

    private final WorkbenchModel model;
    private final Section section;

    StudySection(WorkbenchModel model, boolean open) {
        this.model = model;
        var ids = new ArrayList<>(List.of(STAGE));
        ids.addAll(StudyCatalog.CATALOG.ids());
        var choice = Buttons.explain(
                ParameterControls.choices(
                        ids, id -> id.equals(STAGE) ? Words.text("ui.study.none-stage") : kind(id).title()),
                Words.text("ui.study.study"),
                Words.text("ui.study.scene-own-stage-place-esc"));
        choice.setId("study-choice");
        var help = new Label();
        help.getStyleClass().add("mute");
        help.setWrapText(true);
        var controls = new ParameterControls("study-", new DragEdits(model, StudySection::set));
        section = new Section(
                "studies",
                Words.text("ui.study.study"),
                open,
                ParameterControls.line(Words.text("ui.study.show"), choice),
                help,
                controls);
        var showing = new boolean[1];
        choice.valueProperty().subscribe((_, id) -> {
            if (id != null && !showing[0]) {
                show(id.equals(STAGE) ? Optional.empty() : Optional.of(id));
            }
        });
        Consumer<StudySpec> show = study -> {
            var kind = study.name().map(StudySection::kind);
            showing[0] = true;
            choice.setValue(study.name().orElse(STAGE));
            showing[0] = false;
            help.setText(kind.map(one -> Words.written(one.help())).orElse(""));
            help.setVisible(kind.isPresent());
            help.setManaged(kind.isPresent());
            controls.show(
                    "study." + study.name().orElse(STAGE),
                    kind.map(Kind::parameters).orElse(List.of()),
                    study.shownSettings());
            section().summaryProperty().set(kind.map(Kind::title).orElse(Words.text("ui.study.none")));
            if (kind.isPresent()) {
                section().openProperty().set(true);
            }
        };
        model.sessionProperty().map(session -> session.view().study()).subscribe(show);
        model.onNotation(() -> show.accept(model.session().view().study()));
    }

    Section section() {
        return section;
    }

    private static Kind<Study> kind(String id) {
        return StudyCatalog.CATALOG.kind(id, "view.study");
    }

    private void show(Optional<String> name) {
        model.edit(s -> s.withView(s.view().withStudy(s.view().study().showing(name))));
    }

    private static Session set(Session session, scorescope.core.parameter.Parameter<?> parameter, Object raw) {
        var study = session.view().study();
        return study.name()
                .map(name -> session.withView(session.view()
                        .withStudy(study.with(name, study.settings(name).with(parameter, raw)))))
                .orElse(session);
    }
}
