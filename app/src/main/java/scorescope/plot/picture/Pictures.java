package scorescope.plot.picture;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import scorescope.core.BadInputException;
import scorescope.core.memo.Memo;
import scorescope.core.parameter.Choice;
import scorescope.plot.figure.Figure;
import scorescope.plot.figure.FigureLayout;
import scorescope.plot.figure.Page;
import scorescope.plot.figure.PanelContentCache;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.paint.Length;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Typeface;
import scorescope.plot.scene.Findings;
import scorescope.plot.study.StudyCatalog;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.Session;
import scorescope.words.NotationCatalog;
import scorescope.words.Words;

/**
 * Every picture of a session, for the window, the command line, exports and tests: a pure function of the session, a
 * moment and the results of engines.
 */
public final class Pictures {
    private Pictures() {}

    /**
     * The picture for print at the session's own {@code figure.width}, {@code figure.height} and moment: on a light page, with the text size
     * of the venue or 8 pt.
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
        var atMoment = session.withView(view.withStudy(view.study().at(moment)));
        return printed(StudyInputs.of(atMoment, findings), new Print(Style.PAPER.detail(), new SampledRuns(), 0))
                .figure();
    }

    /**
     * A picture for print while it is composed.
     *
     * @param owners the index of the session's panel that each panel of the figure belongs to; zeros where it has none
     * @param words the picture in words, which takes a while
     */
    public record Printed(Figure figure, List<Integer> owners, Supplier<Description> words) {
        static Printed of(Figure figure, List<Integer> owners, Supplier<Description> words, boolean transparent) {
            return new Printed(
                    figure.transparent(transparent).described(() -> words.get().text()), owners, words);
        }

        public Printed {
            owners = List.copyOf(owners);
        }
    }

    /**
     * The picture for print of a resolved session.
     *
     * @throws BadInputException if the session asks for what there is not
     */
    public static Printed printed(StudyInputs inputs, Print print) {
        var session = inputs.session();
        var spec = session.figure();
        var height = spec.print().height();
        var page = new Page(
                Length.points(spec.length(), "figure.width"),
                height.isPresent()
                        ? OptionalDouble.of(Length.points(height.get(), "figure.height"))
                        : OptionalDouble.empty());
        var style = Style.printed(spec.type(), spec.line()).withDetail(print.detail);
        return Words.in(NotationCatalog.named(session.notation()), () -> {
            var layout = new FigureLayout(
                    inputs.dark() ? Palette.DARK : Palette.LIGHT, style, Typeface.MEASURE, print.contents);
            if (!spec.panels().isEmpty()) {
                var composed = ComposedScene.of(inputs, print.runs);
                return Printed.of(
                        print.figure(layout, composed.scene(), page),
                        composed.owners(),
                        () -> Description.of(session, inputs.findings()),
                        spec.print().transparent());
            }
            var study = StudyInputs.chosen(session);
            var known = study.isPresent() ? inputs : print.runs.found(inputs);
            var scene = study.isPresent() ? print.study(study.get(), known) : PlainScene.of(known);
            var figure = print.figure(layout, scene, page);
            return Printed.of(
                    figure,
                    Collections.nCopies(figure.panels().size(), 0),
                    () -> Description.of(known),
                    spec.print().transparent());
        });
    }

    /**
     * The picture in words. A composed figure with a panel that cannot be drawn is not described.
     *
     * @throws BadInputException if the session asks for what there is not
     */
    public static Description described(Session session, Findings findings) {
        var inputs = StudyInputs.of(session, findings);
        ComposedScene.require(inputs);
        return Description.of(inputs);
    }

    /** Settings for a sequence of pictures for print, with the results reused between them. Not thread-safe. */
    public static final class Print {
        private final double detail;
        private final SampledRuns runs;
        private final double leastBar;
        private final PanelContentCache contents = new PanelContentCache();
        private final Memo<Choice, Study> studies = new Memo<>(StudyCatalog::create);
        private double widestBar;

        /**
         * @param detail cells of raster fields per point
         * @param runs results of samplers for earlier pictures
         * @param leastBar smallest width reserved for the colour bar beside planes, in points, so that planes keep
         * their places
         */
        public Print(double detail, SampledRuns runs, double leastBar) {
            this.detail = detail;
            this.runs = runs;
            this.leastBar = leastBar;
        }

        /** The width of the widest colour bar so far, in points. */
        public double widestBar() {
            return widestBar;
        }

        private Figure figure(FigureLayout layout, StudyScene scene, Page page) {
            double bar = layout.barWidth(scene);
            widestBar = Math.max(widestBar, bar);
            return layout.onPaper(scene, page, Math.max(bar, scene.colorsBeside() ? leastBar : 0));
        }

        private StudyScene study(Choice chosen, StudyInputs inputs) {
            return studies.of(chosen).at(inputs, inputs.session().view().study().moment());
        }
    }

    /** The scene of a study at the session's moment. */
    static StudyScene study(Choice chosen, StudyInputs inputs) {
        return StudyCatalog.create(chosen)
                .at(inputs, inputs.session().view().study().moment());
    }

    /**
     * A study in a window; the study reuses its earlier results.
     *
     * @param moment where its clock stands, from 0 to 1
     * @throws BadInputException if there is nothing to show, with the remedy
     */
    public static Figure onScreen(Study study, StudyInputs inputs, double moment, Screen screen) {
        return onScreen(inputs, screen, () -> study.at(inputs, moment));
    }

    /** The same with what the study shows while that scene is computed; empty if it is computed at once. */
    public static Optional<Figure> sketch(Study study, StudyInputs inputs, double moment, Screen screen) {
        return Words.in(NotationCatalog.named(inputs.session().notation()), () -> study.sketch(inputs, moment))
                .map(scene -> onScreen(inputs, screen, () -> scene));
    }

    private static Figure onScreen(StudyInputs inputs, Screen screen, Supplier<StudyScene> scene) {
        return Words.in(NotationCatalog.named(inputs.session().notation()), () -> new FigureLayout(
                        screen.palette(), screen.style(), Typeface.MEASURE, screen.contents())
                .onScreen(scene.get(), screen.width(), screen.height()));
    }

    /**
     * The space that a window has for a picture.
     *
     * @param width in points
     * @param height in points
     * @param contents cache with the contents of the previous picture
     */
    public record Screen(Palette palette, Style style, double width, double height, PanelContentCache contents) {}
}
