package scorescope.words;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with its shorter forms for narrow places: {@code key}, {@code key.short}, {@code key.shorter}, with the same
 * arguments. Not every text has them.
 */
public record Sentence(String key, List<Object> arguments) {
    private static final List<String> FORMS = List.of("", ".short", ".shorter");

    public Sentence {
        arguments = List.copyOf(arguments);
    }

    public static Sentence of(String key, Object... arguments) {
        return new Sentence(key, List.of(arguments));
    }

    /** The whole sentence, in the notation of this thread. */
    public String text() {
        return Words.text(key, arguments.toArray());
    }

    /** All forms, from the longest to the shortest, in the notation of this thread. */
    public List<String> forms() {
        var forms = new ArrayList<String>();
        for (var form : FORMS) {
            if (Words.has(key + form)) {
                forms.add(Words.text(key + form, arguments.toArray()));
            }
        }
        return forms;
    }

    /** The shortest form. */
    public String shortest() {
        return forms().getLast();
    }
}
