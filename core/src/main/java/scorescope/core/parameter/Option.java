package scorescope.core.parameter;

/**
 * One value of a closed list. Files and commands use the id; controls show the title and explain it by symbol and help.
 * Enums of core implement it by {@link #entry}.
 */
public interface Option {
    /** Id, title, symbol and help together. */
    Entry entry();

    /** The name in files and commands, such as {@code log-snr}. */
    default String id() {
        return entry().id();
    }

    /** The name in the interface, such as "Log-SNR". */
    default String title() {
        return entry().title();
    }

    /** The symbol or formula in the interface; empty if there is none. */
    default String symbol() {
        return entry().symbol();
    }

    /** One sentence on the effect of this option; empty if the title suffices. */
    default String help() {
        return entry().help();
    }

    static Entry of(String id, String title, String help) {
        return new Entry(id, title, "", help);
    }

    static Entry of(String id, String title, String symbol, String help) {
        return new Entry(id, title, symbol, help);
    }

    /** An option without behaviour of its own. */
    record Entry(String id, String title, String symbol, String help) implements Option {
        @Override
        public Entry entry() {
            return this;
        }
    }
}
