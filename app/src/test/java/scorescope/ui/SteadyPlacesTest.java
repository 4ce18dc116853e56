package scorescope.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;
import scorescope.core.density.DensityCatalog;
import scorescope.session.DensitySpec;
import scorescope.session.NoiseSpec;
import scorescope.session.SessionDefaults;
import scorescope.session.Shown;
import scorescope.ui.model.Message;
import scorescope.ui.stage.OnToolkit;

/** Messages and choices do not move controls. */
@OnToolkit
class SteadyPlacesTest {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    /** Bounds in the scene of all nodes with an id. */
    private static Map<String, Bounds> places(Node root) {
        var places = new TreeMap<String, Bounds>();
        collect(root, places);
        return places;
    }

    private static void collect(Node node, Map<String, Bounds> places) {
        if (!node.isVisible()) {
            return;
        }
        if (node.getId() != null) {
            places.put(node.getId(), node.localToScene(node.getLayoutBounds()));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, places));
        }
    }

    /** Ids of nodes that have moved. */
    private static List<String> moved(Map<String, Bounds> before, Map<String, Bounds> after) {
        return before.keySet().stream()
                .filter(id -> after.containsKey(id) && !after.get(id).equals(before.get(id)))
                .toList();
    }

    /** A part of the window whose places are compared with those at first. */
    private static final class Steady {
        private final LaidOutWindow opened;
        private final Node part;
        private final Map<String, Bounds> before;
        private final List<String> found = new ArrayList<>();

        Steady(LaidOutWindow opened, String selector) {
            this.opened = opened;
            part = opened.scene().lookup(selector);
            before = places(part);
        }

        /** Lays the window out after a change and notes what the change has moved. */
        void look(Object change) {
            opened.lay();
            moved(before, places(part)).forEach(id -> found.add(change + " moves " + id));
        }
    }

    @Test
    void aMessageMovesNothing() throws Exception {
        LaidOutWindow.on(SessionDefaults.opening(), WIDTH, HEIGHT, opened -> {
            var before = places(opened.window().root());
            for (var message : List.of(Message.note("saved"), Message.problem("a long complaint ".repeat(30)))) {
                opened.context().model().show(message.offering(new Message.Remedy("Save as", () -> {})));
                opened.lay();
                var shown = places(opened.window().root());
                assertTrue(shown.containsKey("message-text"));
                assertEquals(List.of(), moved(before, shown));
            }
        });
    }

    @Test
    void theHeaderStandsWhateverIsStudiedShownUndoneOrTrained() throws Exception {
        LaidOutWindow.on(SessionDefaults.opening(), WIDTH, HEIGHT, opened -> {
            var model = opened.context().model();
            var header = new Steady(opened, ".header");
            for (var kind : DensityCatalog.CATALOG.kinds()) {
                model.edit(session -> session.withDensity(new DensitySpec.Preset(kind.id())));
                header.look(kind.id());
            }
            for (var shown : Shown.values()) {
                model.showScore(shown);
                header.look(shown);
            }
            opened.context().training().start();
            header.look("training");
            assertEquals(List.of(), header.found);
        });
    }

    /** Numbers of other lengths do not move the controls under the stage. */
    @Test
    void theTransportStandsWhateverTheLevelAndTheStep() throws Exception {
        LaidOutWindow.on(SessionDefaults.opening(), WIDTH, HEIGHT, opened -> {
            var model = opened.context().model();
            var controls = new Steady(opened, ".controls");
            for (double sigma : new double[] {10, 0.01, 0.123456789, 1}) {
                model.edit(session -> session.withNoise(new NoiseSpec.Sigma(sigma)));
                controls.look("level " + sigma);
            }
            model.edit(session -> session.withSampler(session.sampler().at(OptionalInt.of(199))));
            opened.context().player().awaitRest();
            controls.look("a step");
            assertEquals(List.of(), controls.found);
            assertEquals(Optional.empty(), model.messageProperty().get());
        });
    }
}
