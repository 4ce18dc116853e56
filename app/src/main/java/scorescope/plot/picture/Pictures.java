package scorescope.plot.picture;

import scorescope.core.BadInputException;
import scorescope.core.memo.Memo;
import scorescope.core.parameter.Choice;
import scorescope.plot.figure.Figure;
import scorescope.plot.figure.FigureLayout;
import scorescope.plot.figure.PanelContentCache;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.paint.Length;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Typeface;
import scorescope.plot.scene.Findings;
import scorescope.plot.study.Study;
import scorescope.plot.study.StudyCatalog;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Session;
import scorescope.words.NotationCatalog;
import scorescope.words.Words;

/**
 * Every picture of a session, for the window, the command line, exports and tests: a pure function of the session, a
 * moment and what engines have found.
 */
public final class Pictures {
    private Pictures() {}

    /**
     * The picture for print at the session's own {@code figure.width} and moment: light, type of 8 pt.
     *
     * @throws BadInputException if the session asks for what there is not
     */
    public static Figure of(Session session, Findings findings) {
        return of(session, session.view().study().moment(), findings);
    }

    /**
     * The picture for print.
     *
     * @param moment where the clock of a study stands, from 0 to 1
     * @throws BadInputException if the session asks for what there is not
     */
    public static Figure of(Session session, double moment, Findings findings) {
        var view = session.view();
        return of(
                StudyInputs.of(session.withView(view.withStudy(view.study().at(moment))), findings),
                new Print(Style.PAPER, new PanelContentCache()));
    }

    /**
     * The picture for print of a session that is resolved already.
     *
     * @throws BadInputException if the session asks for what there is not
     */
    public static Figure of(StudyInputs inputs, Print print) {
        var asked = inputs.session();
        double width = Length.points(asked.figure().width(), "figure.width");
        return Words.in(NotationCatalog.named(asked.notation()), () -> {
            var palette = inputs.dark() ? Palette.DARK : Palette.LIGHT;
            var layout = new FigureLayout(palette, print.style, Typeface.MEASURE, print.contents);
            if (!asked.figure().panels().isEmpty()) {
                return print.figure(layout, ComposedScene.of(inputs), width)
                        .described(
                                () -> Description.of(asked, inputs.findings()).text());
            }
            var study = StudyInputs.chosen(asked);
            var known = study.isPresent() ? inputs : ShownParticles.found(inputs);
            var scene = study.isPresent() ? print.study(study.get(), known) : PlainScene.of(known);
            return print.figure(layout, scene, width)
                    .described(() -> Description.of(known).text());
        });
    }

    /** How pictures for print are made one after the other, and what is kept between them. Not for several threads. */
    public static final class Print {
        private final Style style;
        private final PanelContentCache contents;
        private final Memo<Choice, Study> studies = new Memo<>(StudyCatalog::create);
        private final double leastBar;
        private double widestBar;

        /** @param contents kept from the picture before, which must have been drawn */
        public Print(Style style, PanelContentCache contents) {
            this(style, contents, 0);
        }

        /** @param leastBar width for the colour bar beside planes, in points, in which they stay at their places */
        public Print(Style style, PanelContentCache contents, double leastBar) {
            this.style = style;
            this.contents = contents;
            this.leastBar = leastBar;
        }

        /** The width of the widest colour bar so far, in points. */
        public double widestBar() {
            return widestBar;
        }

        private Figure figure(FigureLayout layout, StudyScene scene, double width) {
            double bar = layout.barWidth(scene);
            widestBar = Math.max(widestBar, bar);
            return layout.onPaper(scene, width, Math.max(bar, scene.colorsBeside() ? leastBar : 0));
        }

        private StudyScene study(Choice chosen, StudyInputs inputs) {
            return studies.of(chosen).at(inputs, inputs.session().view().study().moment());
        }
    }

    /** What a study shows at the session's moment. */
    static StudyScene study(Choice chosen, StudyInputs inputs) {
        return StudyCatalog.create(chosen)
                .at(inputs, inputs.session().view().study().moment());
    }

    /**
     * A study in a window, which keeps what it has computed.
     *
     * @param moment where its clock stands, from 0 to 1
     * @throws BadInputException if there is nothing to show, saying what to do
     */
    public static Figure onScreen(Study study, StudyInputs inputs, double moment, Screen screen) {
        return Words.in(NotationCatalog.named(inputs.session().notation()), () -> new FigureLayout(
                        screen.palette(), screen.style(), Typeface.MEASURE, screen.contents())
                .onScreen(study.at(inputs, moment), screen.width(), screen.height()));
    }

    /**
     * The room that a window has for a picture.
     *
     * @param width in points
     * @param height in points
     * @param contents kept from the picture before
     */
    public record Screen(Palette palette, Style style, double width, double height, PanelContentCache contents) {}
}
