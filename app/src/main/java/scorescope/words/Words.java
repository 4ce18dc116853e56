package scorescope.words;

import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import scorescope.core.words.Bundles;
import scorescope.core.words.Template;

/**
 * The texts that a person reads, by key. The first part of a key names its bundle under {@code scorescope/words}, such as
 * {@code ui}, {@code figure}, {@code study}, {@code help} or {@code cli}.
 *
 * <p>A text is a {@link Template}: it has arguments and names of formulas, which the {@link Notation} of the thread writes
 * out. The notation is bound while a picture is made ({@link #in}), or for a whole thread ({@link #use}). Otherwise it is the
 * default one.
 */
public final class Words {
    private static final ThreadLocal<Notation> NOTATION = ThreadLocal.withInitial(() -> Notation.DEFAULT);

    private Words() {}

    /**
     * The text of a key in the notation of this thread.
     *
     * @param arguments values of {0}, {1}, …
     * @throws MissingResourceException if no bundle has the key
     */
    public static String text(String key, Object... arguments) {
        return notation().write(key, arguments);
    }

    /**
     * The text of a key for a declaration, which is made once and shown in any notation: arguments are filled in, names of
     * formulas stay for {@link #written}.
     */
    public static String constant(String key, Object... arguments) {
        return new Template(Bundles.text(key)).filled(name -> "{" + name + "}", arguments);
    }

    /**
     * A declared text (title, symbol or help of a parameter, an option or a member of a catalog) for display: translated by the
     * bundle {@code declared}, whose keys are the declared texts, with formulas in the notation of this thread. Declarations name
     * formulas as bundles do, {@code {step}}.
     */
    public static String written(String declared) {
        return notation()
                .filled(Bundles.find(Bundles.named("declared"), declared).orElse(declared));
    }

    /**
     * Ratio of the shown to the computed value of a declared parameter: 2 if its symbol {@code {step}} is written δ = 2η.
     *
     * @param symbol the declared symbol
     */
    public static double scale(String symbol) {
        var key = "notation." + symbol.replaceAll("[{}]", "") + "-scale";
        return symbol.startsWith("{") && has(key) ? Double.parseDouble(text(key)) : 1;
    }

    /** Whether there is a text of that key. */
    public static boolean has(String key) {
        return Bundles.has(key);
    }

    /** A whole bundle, for libraries that take one. */
    public static ResourceBundle bundle(String name) {
        return Bundles.named(name);
    }

    /** The notation of this thread. */
    public static Notation notation() {
        return NOTATION.get();
    }

    /** Calls {@code made} with a notation bound to this thread, and restores the former one. */
    public static <T> T in(Notation notation, Supplier<T> made) {
        var before = NOTATION.get();
        NOTATION.set(notation);
        try {
            return made.get();
        } finally {
            NOTATION.set(before);
        }
    }

    /** Binds the notation of this thread from now on. */
    public static void use(Notation notation) {
        NOTATION.set(notation);
    }
}
