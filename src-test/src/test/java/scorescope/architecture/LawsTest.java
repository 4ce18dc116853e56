package scorescope.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static scorescope.architecture.ProgramClasses.holds;

import java.util.List;
import org.junit.jupiter.api.Test;
import scorescope.core.density.Component;

/** Rules on packages and dependencies, each with its reason. */
class LawsTest {
    @Test
    void coreKnowsNoScreen() {
        holds(noClasses()
                .that()
                .resideInAPackage("scorescope.core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")
                .because("the mathematics must run on a server, in a test and in another program"));
    }

    @Test
    void coreKnowsNothingOfTheProgram() {
        holds(noClasses()
                .that()
                .resideInAPackage("scorescope.core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "scorescope",
                        "scorescope.session..",
                        "scorescope.plot..",
                        "scorescope.cli..",
                        "scorescope.ui..")
                .because("arrows point down: the program is built on the mathematics"));
    }

    @Test
    void pictureAndSessionKnowNoToolkit() {
        holds(noClasses()
                .that()
                .resideInAnyPackage("scorescope.plot..", "scorescope.session..", "scorescope.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .because("the same picture is drawn to the screen, to SVG and to PNG, with and without a window"));
    }

    @Test
    void nativeKernelsLiveInTensorAlone() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("scorescope.core.tensor..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.nd4j..", "org.bytedeco..", "jdk.incubator.vector..")
                .because("the engine under the matrix products can then be changed in one place"));
    }

    @Test
    void wrongFormulasAreForOneStudyAlone() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("scorescope.core.wrong")
                .and()
                .haveNameNotMatching("scorescope\\.plot\\.study\\.denoising\\.WrongOnPurpose.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("scorescope.core.wrong")
                .because("a wrong formula may be seen where it is called wrong, and nowhere else"));
    }

    @Test
    void packagesHaveNoCycles() {
        holds(slices().matching("scorescope.(**)")
                .should()
                .beFreeOfCycles()
                .because("a cycle makes two packages one, and neither can be understood alone"));
    }

    @Test
    void windowsAndCommandsDoNotKnowEachOther() {
        holds(noClasses()
                .that()
                .resideInAPackage("scorescope.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("scorescope.cli..")
                .because("both are thin shells over the same session, plot and core"));
        holds(noClasses()
                .that()
                .resideInAPackage("scorescope.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("scorescope.ui..", "javafx..")
                .because("a command that draws the window is given it by the main class"));
    }

    @Test
    void commandsDoNotKnowWindows() {
        holds(noClasses()
                .that()
                .resideInAPackage("scorescope.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("scorescope.ui..")
                .because("the main class gives commands what they need of a window"));
    }

    @Test
    void figuresForWindowsAndCommandsAreMadeInOnePlace() {
        holds(noClasses()
                .that()
                .resideInAnyPackage("scorescope.ui..", "scorescope.cli..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("scorescope.plot.figure.FigureLayout")
                .because("a picture on the screen, in a file and in a test comes of Pictures alone"));
    }

    @Test
    void onlyPaintersKnowTheDrawingOfJava() {
        holds(noClasses()
                .that()
                .resideInAnyPackage("scorescope.plot..", "scorescope.session..", "scorescope.cli..")
                .and()
                .doNotHaveSimpleName("Typeface")
                .and()
                .haveNameNotMatching(
                        ".*\\.(GraphicsPainter|HybridPainter|PdfPainter|PdfText|SvgOutlines|WordPainter)(\\$.*)?")
                .and()
                .haveSimpleNameNotStartingWith("Png")
                .and()
                .resideOutsideOfPackage("scorescope.session.source..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.awt..")
                .because("painters measure and draw with it, and session.source reads images; nothing else may"));
    }

    @Test
    void plotAndSessionStandOnCoreAlone() {
        holds(noClasses()
                .that()
                .resideInAnyPackage("scorescope.session..", "scorescope.plot..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("scorescope.ui..", "scorescope.cli..")
                .because("a picture is a function of a session and a moment, not of the window that shows it"));
    }

    @Test
    void learningArrowsPointDown() {
        holds(noClasses()
                .that()
                .resideInAPackage("scorescope.core.objective..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("scorescope.core.training..")
                .because("an objective knows no optimizer"));
        holds(noClasses()
                .that()
                .resideInAPackage("scorescope.core.network..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("scorescope.core.objective..", "scorescope.core.training..")
                .because("a network knows neither its loss nor its trainer"));
        holds(noClasses()
                .that()
                .resideInAnyPackage("scorescope.core.density..", "scorescope.core.noise..", "scorescope.core.score..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("scorescope.core.sampling..")
                .because("sampling follows scores; a score does not know who follows it"));
    }

    @Test
    void viewModelsHoldNoControls() {
        holds(noClasses()
                .that()
                .resideInAPackage("scorescope.ui.model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.controlsfx..")
                .because("what the window knows can then be tested without a window"));
    }

    @Test
    void viewsHoldNoArithmeticOfTheField() {
        var views = noClasses()
                .that()
                .resideInAPackage("scorescope.ui..")
                .and()
                .resideOutsideOfPackage("scorescope.ui.model..");
        var reason = "numbers are computed where they can be tested without a window";
        for (var function : List.of("sqrt", "exp", "sin", "cos", "tan", "atan", "atan2")) {
            holds(views.should()
                    .callMethod(Math.class, function, parameters(function))
                    .because(reason));
        }
        for (var entry : List.of("xx", "xy", "yy")) {
            holds(views.should().callMethod(Component.class, entry).because(reason));
        }
        holds(views.should()
                .callConstructor(
                        Component.class,
                        double.class,
                        double.class,
                        double.class,
                        double.class,
                        double.class,
                        double.class)
                .because(reason));
    }

    private static Class<?>[] parameters(String function) {
        return function.equals("atan2") ? new Class<?>[] {double.class, double.class} : new Class<?>[] {double.class};
    }

    @Test
    void dialogsStandBehindOneInterface() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("scorescope.ui.dialog..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.stage.FileChooser")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.scene.control.Alert")
                .because("tests and headless runs must be able to answer them"));
    }
}
