package scorescope.plot.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scorescope.core.Watcher;
import scorescope.core.parameter.Choice;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.TablePart;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyInputs;
import scorescope.session.codec.SessionJson;

/** Studies that take long show something else first, say how far they are, and can be given up. */
class SketchTest {
    private static final StudyInputs INPUTS = StudyInputs.of(
            SessionJson.read("{\"scorescope\": 1, \"training\": {\"hidden\": [16], \"batch\": 64}}", Path.of("")));

    private static Study study(String id) {
        return StudyCatalog.create(Choice.of(id));
    }

    /** The end of the second step of a training; the end of the other studies. */
    private static double moment(String id) {
        return id.equals("training-step") ? 9 / 49.0 : 1;
    }

    @ParameterizedTest
    @ValueSource(strings = {"crossings", "fokker-planck", "training-step"})
    void aSketchComesBeforeThePictureAndDoesNotChangeIt(String id) {
        var study = study(id);
        var sketch = study.sketch(INPUTS, moment(id)).orElseThrow();
        var picture = study.at(INPUTS, moment(id));
        assertFalse(numbers(sketch).equals(numbers(picture)), id);
        assertEquals(numbers(study(id).at(INPUTS, moment(id))), numbers(picture), id);
        assertTrue(study.sketch(INPUTS, moment(id)).isEmpty(), "no sketch of what is known");
    }

    @ParameterizedTest
    @ValueSource(strings = {"crossings", "fokker-planck", "training-step"})
    void progressRisesAndAnUnwantedPictureEnds(String id) {
        var shares = Collections.synchronizedList(new ArrayList<Double>());
        var watching = new Watcher() {
            @Override
            public void reached(Work work, double share) {
                shares.add(share);
            }
        };
        watching.during(() -> study(id).at(INPUTS, moment(id)));
        assertTrue(shares.size() > 1 && shares.getLast() > shares.getFirst(), id + shares);
        var unwanted = new Watcher() {
            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(
                CancellationException.class,
                () -> unwanted.during(() -> study(id).at(INPUTS, moment(id))));
    }

    /** Curves and cells of a picture. */
    private static List<String> numbers(StudyScene scene) {
        var read = new PictureNumbers(scene);
        var all = new ArrayList<String>();
        for (int curve = 0; curve < read.curves(0); curve++) {
            all.add(Arrays.toString(read.curve(0, curve).y()));
        }
        for (var row : scene.rows()) {
            row.parts().stream()
                    .filter(TablePart.class::isInstance)
                    .forEach(part -> all.add(((TablePart) part).table().rows().toString()));
        }
        return all;
    }
}
