package scorescope.ui.inspector;

import java.util.List;
import java.util.function.Consumer;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.plot.study.StudyCatalog;
import scorescope.plot.study.run.Study;
import scorescope.session.Session;
import scorescope.session.StudySpec;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/** Page of the study shown: help, parameters and lanes. */
final class StudyPanel {
    private final Panel panel;

    StudyPanel(WindowModel model) {
        var help = Panel.note();
        var controls = new ParameterControls("study-", new DragEdits(model, StudyPanel::set));
        panel = new Panel("study-settings", Words.text("ui.rail.study"), help, controls, new LaneControls(model));
        Consumer<StudySpec> show = study -> {
            var kind = study.name().map(StudyPanel::kind);
            help.setText(kind.map(one -> Words.written(one.help())).orElse(""));
            controls.show(
                    "study." + study.name().orElse(""),
                    kind.map(one -> one.acting(study.shownSettings())).orElse(List.of()),
                    study.shownSettings());
            panel.stateProperty().set(kind.map(Kind::title).orElse(Words.text("ui.study.none")));
        };
        model.sessionProperty().map(session -> session.view().study()).subscribe(show);
        model.onNotation(() -> show.accept(model.session().view().study()));
    }

    Panel panel() {
        return panel;
    }

    private static Kind<Study> kind(String id) {
        return StudyCatalog.CATALOG.kind(id, "view.study");
    }

    private static Session set(Session session, Parameter<?> parameter, Object raw) {
        var study = session.view().study();
        return study.name()
                .map(name -> session.withView(session.view()
                        .withStudy(study.with(name, study.settings(name).with(parameter, raw)))))
                .orElse(session);
    }
}
