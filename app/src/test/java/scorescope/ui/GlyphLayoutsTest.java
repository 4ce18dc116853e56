package scorescope.ui;

import static org.junit.jupiter.api.Assertions.assertNotSame;

import org.junit.jupiter.api.Test;

class GlyphLayoutsTest {
    @Test
    void noLayoutIsGivenToTwoOneAfterTheOther() throws ReflectiveOperationException {
        ThemeStyles.loadFonts();
        var manager = Class.forName(GlyphLayouts.MANAGER);
        var instance = manager.getMethod("getInstance").invoke(null);
        var type = Class.forName("com.sun.javafx.text.GlyphLayout");
        manager.getMethod("dispose", type).invoke(null, instance);
        assertNotSame(instance, manager.getMethod("getInstance").invoke(null));
    }
}
