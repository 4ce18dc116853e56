package scorescope.ui.background;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import scorescope.ui.background.Cores.Work;
import scorescope.ui.stage.OnToolkit;

@OnToolkit
class BackgroundTest {
    /** A closed window may still receive changes. */
    @Test
    void workAskedForAfterTheEndIsNeitherDoneNorAnError() {
        var background = new Background();
        background.close();
        assertFalse(background.once(Work.MEASURES, () -> 1).isDone());
    }
}
