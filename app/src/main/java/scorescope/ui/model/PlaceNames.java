package scorescope.ui.model;

import java.util.List;
import java.util.regex.Pattern;
import scorescope.core.BadInputException;
import scorescope.words.Words;

/**
 * Error messages in the words of the window: places of the session are named by the titles of their controls, not by
 * the keys of the session file.
 */
final class PlaceNames {
    private static final List<String> SECTIONS =
            List.of("density", "process", "noise", "score", "sampler", "training", "view", "figure", "lanes");
    private static final Pattern ENTRY = Pattern.compile("\\[(\\d+)]");

    private PlaceNames() {}

    /** Place, problem and remedy in one line. A place in a file is given unchanged. */
    static String said(BadInputException bad) {
        return Words.text("ui.complaint.line", place(bad.place()), bad.problem(), bad.remedy());
    }

    private static String place(String path) {
        String section = path.split("[.\\[]", 2)[0];
        if (!SECTIONS.contains(section)) {
            return path;
        }
        var entry = ENTRY.matcher(path);
        String title = Words.text("ui.complaint." + section);
        return entry.find() ? Words.text("ui.complaint.entry", title, Integer.parseInt(entry.group(1)) + 1) : title;
    }
}
