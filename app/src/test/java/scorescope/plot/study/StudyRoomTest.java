package scorescope.plot.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scorescope.core.BadInputException;
import scorescope.core.density.Component;
import scorescope.core.density.DensityCatalog;
import scorescope.core.parameter.Choice;
import scorescope.plot.figure.FigureLayout;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.paint.Length;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.TextBoxes;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.DensitySpec;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.View;

/** In every study the texts have room, however long the numbers of its axes are. */
final class StudyRoomTest {
    private static final int[][] WINDOWS = {{680, 508}, {430, 640}, {1000, 700}};

    static List<String> studies() {
        return StudyCatalog.CATALOG.ids();
    }

    /** Two components in a square view of that middle and half width. */
    private static Session at(double x, double y, double half, double std) {
        var first = Component.isotropic(1, x - half / 3, y, std);
        var second = Component.isotropic(2, x + half / 4, y + half / 5, std);
        return SessionDefaults.opening()
                .withDensity(new DensitySpec.Components(List.of(first, second)))
                .withView(new View(x - half, x + half, y - half, y + half, List.of("density"), "quiet"));
    }

    private static void roomy(String study, Session session, List<String> faults) {
        StudyScene scene;
        try {
            scene = StudyCatalog.create(new Choice(study, BriefStudies.settings(study)))
                    .at(StudyInputs.of(session), 0.6);
        } catch (BadInputException notOfThisStudy) {
            return;
        }
        for (var width : List.of("85mm", "120mm", "183mm")) {
            var figure = new FigureLayout(Palette.LIGHT, Style.PAPER).onPaper(scene, Length.points(width, ""));
            TextBoxes.faults(figure, figure.height()).forEach(fault -> faults.add(width + " " + fault));
        }
        for (int[] size : WINDOWS) {
            var figure = new FigureLayout(Palette.LIGHT, Style.SCREEN).onScreen(scene, size[0], size[1]);
            TextBoxes.faults(figure, size[1]).forEach(fault -> faults.add("window of " + size[0] + " " + fault));
        }
    }

    @ParameterizedTest
    @MethodSource("studies")
    void longNumbersHaveRoom(String study) {
        var faults = new ArrayList<String>();
        roomy(study, at(-448251, 541190, 10, 1.5), faults);
        roomy(study, at(-1000, 30000, 9e5, 2e5), faults);
        assertEquals(List.of(), faults);
    }

    @Tag("exhaustive")
    @ParameterizedTest
    @MethodSource("studies")
    void numbersOfEveryDensityHaveRoom(String study) {
        var faults = new ArrayList<String>();
        roomy(study, at(0, 0, 3e-4, 1e-4), faults);
        roomy(study, at(0, 0, 5, 1e-3), faults);
        roomy(study, at(0, 0, 4000, 900), faults);
        for (var preset : DensityCatalog.CATALOG.ids()) {
            roomy(study, SessionDefaults.opening().withDensity(new DensitySpec.Preset(preset)), faults);
        }
        assertEquals(List.of(), faults);
    }
}
