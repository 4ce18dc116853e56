package scorescope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import scorescope.plot.study.StudyCatalog;
import scorescope.session.SessionDefaults;
import scorescope.ui.stage.OnToolkit;

/** On a screen of 819 × 560, the least that is met, no place of the window is cut off. */
@OnToolkit
class SmallScreenPlacesTest {
    private static final int WIDTH = 819;
    private static final int HEIGHT = 560;

    private final List<String> problems = new ArrayList<>();

    @AfterEach
    void nothingIsCutOff() {
        assertEquals("", String.join("\n", problems.stream().distinct().toList()));
    }

    @Test
    void onAnyPage() throws Exception {
        LaidOutWindow.on(
                SessionDefaults.opening(),
                WIDTH,
                HEIGHT,
                opened -> WindowPlaces.pages(opened, place -> look(opened, place)));
    }

    @Test
    void inAnyOtherPlace() throws Exception {
        LaidOutWindow.on(
                SessionDefaults.opening(),
                WIDTH,
                HEIGHT,
                opened -> WindowPlaces.others(opened, place -> look(opened, place)));
    }

    @Test
    void inAnyStudy() throws Exception {
        LaidOutWindow.on(SessionDefaults.opening(), WIDTH, HEIGHT, opened -> {
            for (String id : StudyCatalog.CATALOG.ids()) {
                opened.context().studies().show(Optional.of(id));
                look(opened, id);
            }
        });
    }

    private void look(LaidOutWindow opened, String place) {
        opened.lay();
        var root = opened.scene().getRoot();
        CutOff.below(root, new BoundingBox(0, 0, WIDTH, HEIGHT))
                .forEach(problem -> problems.add(place + ": " + problem));
        for (var node : root.lookupAll(".menu-button")) {
            if (node instanceof MenuButton menu && shown(menu)) {
                menu(place + " " + menu.getId(), menu.getItems());
            }
        }
        for (var node : root.lookupAll(".combo-box")) {
            if (node instanceof ComboBox<?> box && shown(box) && box.getVisibleRowCount() * 32 > HEIGHT) {
                problems.add(place + " " + box.getId() + " opens higher than the screen");
            }
        }
    }

    /** A menu opens at most as high as the screen. */
    private void menu(String place, List<MenuItem> items) {
        double height = 0;
        for (var item : items) {
            height += item instanceof SeparatorMenuItem ? 9 : 29;
            if (item instanceof Menu menu) {
                menu(place + " " + menu.getId(), menu.getItems());
            }
        }
        if (height > HEIGHT) {
            problems.add(place + " is " + height + " high: " + items.size() + " entries");
        }
    }

    private static boolean shown(Node node) {
        for (var at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
