package scorescope.cli;

import java.util.Enumeration;
import java.util.ResourceBundle;
import scorescope.plot.export.ExportCatalog;

/** The texts of the command line's help, with {@code <formats>} replaced by the formats of the export catalog. */
final class HelpTexts extends ResourceBundle {
    private static final String FORMATS = "<formats>";

    private final ResourceBundle texts;

    HelpTexts(ResourceBundle texts) {
        this.texts = texts;
    }

    @Override
    protected Object handleGetObject(String key) {
        return texts.containsKey(key) ? texts.getString(key).replace(FORMATS, ExportCatalog.names()) : null;
    }

    @Override
    public Enumeration<String> getKeys() {
        return texts.getKeys();
    }
}
