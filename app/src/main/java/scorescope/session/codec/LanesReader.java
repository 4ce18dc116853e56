package scorescope.session.codec;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.BadInputException;
import scorescope.session.Patch;
import scorescope.session.SessionParameters;
import scorescope.words.Words;
import tools.jackson.databind.JsonNode;

/** The {@code lanes} section: patches that comparing studies show side by side. */
final class LanesReader {
    private static final String KEY = "lanes";

    private LanesReader() {}

    static List<Patch> read(Keys keys, SessionReader session) {
        List<JsonNode> nodes = keys.list(KEY, SessionParameters.MOST_LANES).orElse(List.of());
        if (!nodes.isEmpty() && nodes.size() < SessionParameters.FEWEST_LANES) {
            throw new BadInputException(
                    keys.at(KEY),
                    Words.text("session.one-lane"),
                    Words.text("session.give-lanes", SessionParameters.FEWEST_LANES, SessionParameters.MOST_LANES));
        }
        var lanes = new ArrayList<Patch>();
        for (int i = 0; i < nodes.size(); i++) {
            lanes.add(session.patch(Keys.of(nodes.get(i), place(i))));
        }
        return lanes;
    }

    /** Path of the lane of this index in a session file. */
    static String place(int index) {
        return KEY + "[" + index + "]";
    }
}
