package scorescope.plot.study;

import scorescope.core.parameter.Choice;
import scorescope.plot.figure.Figure;
import scorescope.plot.figure.StudyLayout;
import scorescope.plot.paint.Length;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Session;
import scorescope.words.NotationCatalog;
import scorescope.words.Words;

/** The figure of a session that shows a study. */
public final class StudyFigure {
    private StudyFigure() {}

    /**
     * For print at the session's own {@code figure.width}, at the session's moment: light, type of 8 pt.
     *
     * @throws scorescope.core.BadInputException if the session asks for what there is not
     */
    public static Figure forPaper(Choice chosen, StudyInputs inputs) {
        Session session = inputs.session();
        double width = Length.points(session.figure().width(), "figure.width");
        var light = new StudyInputs(inputs.resolved(), inputs.learned(), false);
        return Words.in(NotationCatalog.named(session.notation()), () -> {
            var scene = create(chosen).at(light, session.view().study().moment());
            return new StudyLayout(Palette.LIGHT, Style.PAPER).onPaper(scene, width);
        });
    }

    /** @throws scorescope.core.BadInputException if there is no such study or setting */
    public static Study create(Choice chosen) {
        var kind = StudyCatalog.CATALOG.kind(chosen.kind(), "view.study");
        return kind.create().apply(chosen.parameters().checked(kind.parameters(), "view.studies." + chosen.kind()));
    }
}
