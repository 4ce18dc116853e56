package scorescope.cli;

import java.util.Enumeration;
import java.util.ResourceBundle;
import scorescope.plot.export.AnimationCatalog;
import scorescope.plot.export.ExportCatalog;

/**
 * The texts of the command line's help, with {@code <formats>} and {@code <animations>} replaced by those of the
 * catalogs. Percent signs are doubled, since picocli formats its texts, except in the line break {@code %n}.
 */
final class HelpTexts extends ResourceBundle {
    private static final String FORMATS = "<formats>";
    private static final String ANIMATIONS = "<animations>";

    private final ResourceBundle texts;

    HelpTexts(ResourceBundle texts) {
        this.texts = texts;
    }

    @Override
    protected Object handleGetObject(String key) {
        return texts.containsKey(key)
                ? texts.getString(key)
                        .replace(FORMATS, ExportCatalog.names())
                        .replace(ANIMATIONS, AnimationCatalog.names())
                        .replaceAll("%(?!n)", "%%")
                : null;
    }

    @Override
    public Enumeration<String> getKeys() {
        return texts.getKeys();
    }
}
