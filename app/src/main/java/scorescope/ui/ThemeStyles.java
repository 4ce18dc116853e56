package scorescope.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import scorescope.ui.preference.Theme;

/** Styles of a scene in a theme: AtlantaFX as the base, the program's styles and fonts on top. */
public final class ThemeStyles {
    private static final String STYLES = "/scorescope/styles/";
    private static final List<String> FONTS = List.of("Regular", "Medium", "SemiBold", "Bold");

    private ThemeStyles() {}

    static void apply(Scene scene, Theme theme) {
        var base = theme.dark()
                ? new PrimerDark().getUserAgentStylesheetBSS()
                : new PrimerLight().getUserAgentStylesheetBSS();
        scene.setUserAgentStylesheet(base);
        // The list of a choice box is styled before it belongs to the scene: with the toolkit's own style sheet it logs
        // a warning for each row.
        if (!base.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(base);
        }
        var styles = new ArrayList<>(List.of(style(colors(theme)), style("workbench.css")));
        if (theme.highContrast()) {
            styles.add(style("contrast.css"));
        }
        scene.getStylesheets().setAll(styles);
        scene.setFill(color(theme.palette().background().argb()));
    }

    /** The style sheet of the theme's colours. */
    private static String colors(Theme theme) {
        return switch (theme) {
            case LIGHT -> "light.css";
            case DARK -> "dark.css";
            case LIGHT_CONTRAST -> "light-contrast.css";
            case DARK_CONTRAST -> "dark-contrast.css";
        };
    }

    /** Loads the program's fonts; called before the first scene. */
    public static void loadFonts() {
        GlyphLayouts.keepApart();
        for (String weight : FONTS) {
            Font.loadFont(
                    ThemeStyles.class
                            .getResource("/scorescope/fonts/Inter-" + weight + ".ttf")
                            .toExternalForm(),
                    13);
        }
    }

    private static String style(String name) {
        return ThemeStyles.class.getResource(STYLES + name).toExternalForm();
    }

    private static javafx.scene.paint.Color color(int argb) {
        return javafx.scene.paint.Color.rgb((argb >> 16) & 0xff, (argb >> 8) & 0xff, argb & 0xff);
    }
}
