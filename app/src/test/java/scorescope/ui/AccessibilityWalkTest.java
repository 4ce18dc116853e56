package scorescope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.CssParser;
import javafx.geometry.BoundingBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.session.SessionDefaults;
import scorescope.ui.inspector.Inspector;
import scorescope.ui.preference.Scale;
import scorescope.ui.preference.Theme;
import scorescope.ui.stage.OnToolkit;

/** On every page of the window all controls are named, explained and reachable by Tab, and all texts are whole and readable. */
@OnToolkit
class AccessibilityWalkTest {
    private final List<String> found = new ArrayList<>();

    static Stream<Arguments> windows() {
        return Stream.of(Theme.LIGHT, Theme.DARK)
                .flatMap(theme -> Stream.of(
                        Arguments.of(960, 640, theme),
                        Arguments.of(1024, 768, theme),
                        Arguments.of(1280, 800, theme),
                        Arguments.of(1920, 1080, theme)));
    }

    @Test
    void allCanBeReadAndReached() throws Exception {
        walk(1024, 768, Theme.LIGHT);
    }

    /** At the largest scale the window has the logical size of 640 × 400, the smallest one. */
    @Test
    void allCanBeReadAndReachedAtTheLargestScale() throws Exception {
        walk(1280, 800, Theme.LIGHT, Scale.STEPS.getLast());
    }

    @Tag("exhaustive")
    @ParameterizedTest
    @ValueSource(ints = {75, 125, 150})
    void allCanBeReadAndReachedAtOtherScales(int percent) throws Exception {
        walk(1280, 800, Theme.DARK, new Scale(percent));
    }

    /** Text at least 7 : 1, borders of controls and rings of their focus at least 3 : 1. */
    @Tag("exhaustive")
    @ParameterizedTest
    @EnumSource(names = {"LIGHT_CONTRAST", "DARK_CONTRAST"})
    void allStandsOutInThemesOfStrongContrast(Theme theme) throws Exception {
        walk(1024, 768, theme);
    }

    @Tag("exhaustive")
    @ParameterizedTest
    @MethodSource("windows")
    void allCanBeReadAndReachedAtEverySizeInBothThemes(int width, int height, Theme theme) throws Exception {
        walk(width, height, theme);
    }

    /** Lists of choices are separate windows, styled before they have an owner. */
    @Test
    void choicesAndMenusOpenWithoutComplaintsOfStyles() throws Exception {
        LaidOutWindow.onScreen(SessionDefaults.opening(), 1000, 760, opened -> {
            var complaints = CssParser.errorsProperty();
            complaints.clear();
            for (var theme : Theme.values()) {
                opened.context().model().preferences().themeProperty().set(theme);
                for (var page : Inspector.Page.values()) {
                    opened.window().inspector().show(page);
                    opened.lay();
                    for (var node : opened.scene().getRoot().lookupAll(".combo-box")) {
                        if (node instanceof ComboBox<?> box
                                && box.localToScene(box.getLayoutBounds()).getWidth() > 0) {
                            box.show();
                            box.hide();
                        }
                    }
                }
                var menu = (MenuButton) opened.scene().lookup("#menu");
                menu.show();
                menu.hide();
            }
            complaints.forEach(complaint -> found.add(complaint.getMessage()));
        });
        assertEquals("", String.join("\n", found.stream().distinct().toList()));
    }

    private void walk(int width, int height, Theme theme) throws Exception {
        walk(width, height, theme, Scale.NORMAL);
    }

    private void walk(int width, int height, Theme theme, Scale scale) throws Exception {
        LaidOutWindow.on(SessionDefaults.opening(), width, height, opened -> {
            var complaints = CssParser.errorsProperty();
            complaints.clear();
            opened.context().model().preferences().themeProperty().set(theme);
            opened.context().model().preferences().scaleProperty().set(scale);
            WindowPlaces.pages(opened, place -> look(opened, place));
            WindowPlaces.others(opened, place -> look(opened, place));
            complaints.forEach(complaint -> found.add("styles: " + complaint.getMessage()));
        });
        assertEquals("", String.join("\n", found.stream().distinct().toList()));
    }

    private void look(LaidOutWindow opened, String place) {
        opened.lay();
        var root = opened.scene().getRoot();
        var room =
                new BoundingBox(0, 0, opened.scene().getWidth(), opened.scene().getHeight());
        boolean strong = opened.context().model().preferences().highContrast();
        Readability.below(root, (Color) opened.scene().getFill(), strong)
                .forEach(problem -> found.add(place + ": " + problem));
        CutOff.below(root, room).forEach(problem -> found.add(place + ": " + problem));
    }
}
