package scorescope.session.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Nearest;
import scorescope.session.FigurePanel;
import scorescope.session.FigureSpec;
import scorescope.session.FigureSpec.Share;
import scorescope.session.SessionDefaults;
import scorescope.session.SessionParameters;
import scorescope.session.VenueCatalog;
import scorescope.words.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The {@code figure} section: width, panels and shared scales. */
final class FigureReader {
    static final String PANELS = "figure.panels";
    static final String PANEL = "panel";
    static final Pattern LENGTH = Pattern.compile("(\\d+(?:\\.\\d+)?)(mm|cm|in|pt|px)");

    private final SessionReader session;

    FigureReader(SessionReader session) {
        this.session = session;
    }

    FigureSpec read(Keys keys) {
        String columns = SessionParameters.COLUMNS.key();
        keys.allowing(Stream.concat(Stream.of("width", "panels", columns, "share"), PrintReader.KEYS.stream())
                .toList());
        String width =
                keys.text("width").orElse(SessionDefaults.opening().figure().width());
        if (!LENGTH.matcher(width).matches() && VenueCatalog.named(width).isEmpty()) {
            throw noWidth(width, keys.at("width"));
        }
        List<JsonNode> nodes =
                keys.list("panels", SessionParameters.MOST_PANELS).orElse(List.of());
        var panels = new ArrayList<FigurePanel>();
        for (int i = 0; i < nodes.size(); i++) {
            panels.add(panel(Keys.of(nodes.get(i), place(i))));
        }
        return new FigureSpec(
                width,
                panels,
                keys.has(columns)
                        ? OptionalInt.of(Math.toIntExact(keys.whole(SessionParameters.COLUMNS, 1)))
                        : OptionalInt.empty(),
                keys.list("share", Share.values().length)
                        .map(names -> share(names, keys.at("share")))
                        .orElse(FigureSpec.ALL_SHARED),
                PrintReader.read(keys));
    }

    private static BadInputException noWidth(String width, String place) {
        String shown = Json.shortened(width);
        boolean word = width.matches("\\p{L}.*");
        return new BadInputException(
                place,
                Words.text("session.no-width", shown),
                word
                        ? Words.text("session.did-you-mean-venue", Nearest.of(shown, VenueCatalog.ids()))
                        : Words.text("session.write-length"));
    }

    /** Path of the panel of this index in a session file. */
    static String place(int index) {
        return PANELS + "[" + index + "]";
    }

    private FigurePanel panel(Keys keys) {
        var own = keys.object(PANEL);
        own.ifPresent(words -> words.allowing(List.of("title", "letter")));
        var patch = (ObjectNode) keys.object().deepCopy();
        patch.remove(PANEL);
        return new FigurePanel(
                session.patch(Keys.of(patch, keys.place())),
                own.flatMap(words -> text(words, "title", SessionParameters.LONGEST_TITLE)),
                own.flatMap(words -> text(words, "letter", SessionParameters.LONGEST_LETTER)));
    }

    private static Optional<String> text(Keys keys, String key, int longest) {
        return keys.text(key).map(text -> {
            if (text.length() > longest) {
                throw new BadInputException(
                        keys.at(key),
                        Words.text("session.too-many-characters", text.length()),
                        Words.text("session.at-most", longest));
            }
            return text;
        });
    }

    private static Set<Share> share(List<JsonNode> names, String place) {
        var shared = EnumSet.noneOf(Share.class);
        for (int i = 0; i < names.size(); i++) {
            String at = place + "[" + i + "]";
            String name = Json.text(names.get(i), at);
            shared.add(Arrays.stream(Share.values())
                    .filter(share -> share.id().equals(name))
                    .findFirst()
                    .orElseThrow(() -> SessionReader.unknown(
                            at,
                            Words.text("session.concept.share"),
                            name,
                            Arrays.stream(Share.values()).map(Share::id).toList())));
        }
        return shared;
    }

    static void write(FigureSpec figure, ObjectNode node, SessionWriter session) {
        node.put("width", figure.width());
        var panels = node.putArray("panels");
        figure.panels().forEach(panel -> {
            var written = session.patch(panel.patch());
            if (panel.title().isPresent() || panel.letter().isPresent()) {
                var own = written.putObject(PANEL);
                panel.title().ifPresent(title -> own.put("title", title));
                panel.letter().ifPresent(letter -> own.put("letter", letter));
            }
            panels.add(written);
        });
        figure.columns().ifPresent(columns -> node.put(SessionParameters.COLUMNS.key(), columns));
        if (!figure.share().equals(FigureSpec.ALL_SHARED)) {
            ArrayNode share = node.putArray("share");
            figure.share().stream().sorted().forEach(one -> share.add(one.id()));
        }
        PrintReader.write(figure.print(), node);
    }
}
