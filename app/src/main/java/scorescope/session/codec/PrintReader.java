package scorescope.session.codec;

import java.util.List;
import java.util.OptionalDouble;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Parameter;
import scorescope.session.Letters;
import scorescope.session.PrintSpec;
import scorescope.session.SessionParameters;
import scorescope.words.Words;
import tools.jackson.databind.node.ObjectNode;

/** The keys of the {@code figure} section for print; each is left out if it has its default value. */
final class PrintReader {
    private static final String HEIGHT = "height";
    private static final String BACKGROUND = "background";
    private static final String NO_BACKGROUND = "none";
    private static final List<String> BACKGROUNDS = List.of("white", NO_BACKGROUND);
    private static final String LETTERS = "letters";
    static final List<String> KEYS =
            List.of(HEIGHT, SessionParameters.TYPE.key(), SessionParameters.LINE.key(), BACKGROUND, LETTERS);

    private PrintReader() {}

    static PrintSpec read(Keys keys) {
        String background = keys.text(BACKGROUND).orElse(BACKGROUNDS.getFirst());
        if (!BACKGROUNDS.contains(background)) {
            throw SessionReader.unknown(
                    keys.at(BACKGROUND), Words.text("session.concept.background"), background, BACKGROUNDS);
        }
        String letters = keys.text(LETTERS).orElse(Letters.NONE.id());
        return new PrintSpec(
                keys.text(HEIGHT).map(text -> length(text, keys.at(HEIGHT))),
                points(keys, SessionParameters.TYPE),
                points(keys, SessionParameters.LINE),
                background.equals(NO_BACKGROUND),
                Letters.named(letters)
                        .orElseThrow(() -> SessionReader.unknown(
                                keys.at(LETTERS), Words.text("session.concept.letters"), letters, Letters.ids())));
    }

    private static String length(String text, String place) {
        if (!FigureReader.LENGTH.matcher(text).matches()) {
            throw new BadInputException(
                    place,
                    Words.text("figure.length.not-length", Json.shortened(text)),
                    Words.text("session.write-length"));
        }
        return text;
    }

    private static OptionalDouble points(Keys keys, Parameter.Real declared) {
        return keys.has(declared.key()) ? OptionalDouble.of(keys.real(declared, 0)) : OptionalDouble.empty();
    }

    static void write(PrintSpec print, ObjectNode node) {
        print.height().ifPresent(height -> node.put(HEIGHT, height));
        print.type().ifPresent(type -> node.put(SessionParameters.TYPE.key(), type));
        print.line().ifPresent(line -> node.put(SessionParameters.LINE.key(), line));
        if (print.transparent()) {
            node.put(BACKGROUND, NO_BACKGROUND);
        }
        if (print.letters() != Letters.NONE) {
            node.put(LETTERS, print.letters().id());
        }
    }
}
