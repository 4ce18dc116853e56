package scorescope.session.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import scorescope.session.SessionDefaults;
import scorescope.session.SessionParameters;
import scorescope.session.Shown;
import scorescope.session.StudySpec;
import scorescope.session.View;
import scorescope.words.Words;
import tools.jackson.databind.JsonNode;

/** The {@code view} section: what is drawn. */
final class ViewReader {
    static final String SHOWN = "shown";

    /** Whether the picture's noise level is that of the run shown or the session's. */
    static final String CLOCK = "clock";

    static final String FIXED_LEVEL = "held";
    private static final List<String> CLOCKS = List.of("run", FIXED_LEVEL);

    /** Value of {@code view.study} in --set that shows the plain stage. */
    private static final String NO_STUDY = "none";

    private ViewReader() {}

    static View read(Keys keys) {
        keys.allowing(List.of(
                "x",
                "y",
                "layers",
                "colorMap",
                "settings",
                "study",
                "studies",
                SHOWN,
                CLOCK,
                SessionParameters.MOMENT.key(),
                SessionParameters.BRUSH.key()));
        var standard = SessionDefaults.opening().view();
        double[] x = SessionReader.range(keys, "x", new double[] {standard.x0(), standard.x1()});
        double[] y = SessionReader.range(keys, "y", new double[] {standard.y0(), standard.y1()});
        return new View(
                x[0],
                x[1],
                y[0],
                y[1],
                keys.list("layers", SessionParameters.MOST_LAYERS)
                        .map(layers -> texts(layers, keys.at("layers")))
                        .orElse(standard.layers()),
                keys.text("colorMap").orElse(standard.colorMap()),
                keys.object("settings").map(NamedSettings::read).orElse(standard.settings()),
                new StudySpec(
                        keys.text("study").filter(name -> !name.equals(NO_STUDY)),
                        keys.object("studies").map(NamedSettings::read).orElse(Map.of()),
                        keys.real(SessionParameters.MOMENT, 0)),
                keys.real(SessionParameters.BRUSH, standard.brush()),
                shown(keys),
                readFixedLevel(keys));
    }

    private static boolean readFixedLevel(Keys keys) {
        String clock = keys.text(CLOCK).orElse(CLOCKS.getFirst());
        if (!CLOCKS.contains(clock)) {
            throw SessionReader.unknown(keys.at(CLOCK), Words.text("session.concept.clock"), clock, CLOCKS);
        }
        return clock.equals(FIXED_LEVEL);
    }

    private static Optional<Shown> shown(Keys keys) {
        return keys.text(SHOWN).map(id -> Shown.named(id)
                .orElseThrow(() ->
                        SessionReader.unknown(keys.at(SHOWN), Words.text("session.concept.view"), id, Shown.ids())));
    }

    private static List<String> texts(List<JsonNode> nodes, String place) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < nodes.size(); i++) {
            texts.add(Json.text(nodes.get(i), place + "[" + i + "]"));
        }
        return texts;
    }
}
