package scorescope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import scorescope.core.density.Component;
import scorescope.session.DensitySpec;
import scorescope.session.SessionDefaults;
import scorescope.session.Shown;

/** Every step of undo has a name that describes the change. */
class UndoNamesTest {
    private final WindowModel model = new WindowModel(SessionDefaults.opening(), new SessionReading() {});

    @Test
    void eachStepSaysWhatItChanged() {
        model.setSigma(1.5);
        model.edit(session -> session.withDensity(new DensitySpec.Preset("two-moons")));
        model.showScore(Shown.LEARNED);
        var two = List.of(component(0), component(1));
        model.edit(session -> session.withDensity(new DensitySpec.Components(two)));
        var moved = List.of(component(0), component(2));
        model.edit(session -> session.withDensity(new DensitySpec.Components(moved)));
        var three = List.of(component(0), component(2), component(3));
        model.edit(session -> session.withDensity(new DensitySpec.Components(three)));
        var names = List.of("component added", "component 2", "My mixture", "learned score", "Two moons", "σ = 1.5");
        assertEquals(names, model.edits().done());
        for (int i = 0; i < names.size(); i++) {
            assertEquals(names.subList(i, names.size()), model.edits().done());
            assertEquals(
                    new ArrayList<>(names.subList(0, i)).reversed(),
                    model.edits().undone());
            model.undo();
        }
    }

    @Test
    void aLongHistoryIsNamedByItsLatestSteps() {
        for (int i = 1; i <= 50; i++) {
            model.setSigma(i / 10.0);
        }
        var names = model.edits().done();
        assertTrue(names.size() < 50);
        assertEquals("σ = 5", names.getFirst());
    }

    private static Component component(double x) {
        return Component.isotropic(0.5, x, 0, 0.4);
    }
}
