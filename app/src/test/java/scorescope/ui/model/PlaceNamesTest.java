package scorescope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import scorescope.core.noise.ProcessCatalog;
import scorescope.core.parameter.Catalog;
import scorescope.core.parameter.Parameter;
import scorescope.core.sampling.method.SamplerCatalog;
import scorescope.session.Patch;
import scorescope.session.codec.Patches;
import scorescope.ui.stage.Bench;

/** Messages of the window use the names of its controls, not keys of the session file. */
class PlaceNamesTest {
    /** {@code stepSize}, {@code sampler.steps}, {@code components[2]}. */
    private static final Pattern KEY = Pattern.compile("[a-z]+[A-Z][a-z]+|[a-z]{3,}\\.[a-z]{3,}|\\w\\[\\d+]");

    private static Object beyond(Parameter<?> parameter) {
        return switch (parameter) {
            case Parameter.Real real -> real.max() < Double.MAX_VALUE ? 2 * real.max() + 1 : real.min() - 1;
            case Parameter.Whole whole -> whole.min() - 1;
            default -> "none-of-these";
        };
    }

    /** Patches that set one parameter of one member out of range. */
    private static List<Patch> wrong(String section, Catalog<?> catalog) {
        var all = new ArrayList<Patch>();
        for (var kind : catalog.kinds()) {
            for (var parameter : kind.parameters()) {
                all.add(Patch.of(section, Map.of("kind", kind.id(), parameter.key(), beyond(parameter))));
            }
        }
        return all;
    }

    @Test
    void noComplaintNamesAKeyOfTheFile() {
        var wrong = new ArrayList<Patch>();
        wrong.addAll(wrong("sampler", SamplerCatalog.CATALOG));
        wrong.addAll(wrong("process", ProcessCatalog.CATALOG));
        wrong.add(Patch.of("noise.sigma", -1));
        wrong.add(Patch.of("density.bandwidth", -1));
        wrong.add(Patch.of("training.batch", 0));
        wrong.add(Patch.of("training.learningRate", -1));
        wrong.add(Patch.of("view.x", List.of(1, 1)));
        wrong.add(Patch.of("sampler.particles", -1));
        var model = Bench.model();
        var keys = new ArrayList<String>();
        int said = 0;
        for (var patch : wrong) {
            model.dismissMessage();
            if (!model.edit(session -> Patches.apply(session, patch))) {
                var text = model.messageProperty().get().orElseThrow().text();
                said++;
                assertFalse(text.isBlank());
                if (KEY.matcher(text).find()) {
                    keys.add(patch + ": " + text);
                }
            }
        }
        assertTrue(said > wrong.size() / 2, said + " of " + wrong.size());
        assertEquals("", String.join("\n", keys));
    }
}
