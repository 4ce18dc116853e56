package scorescope.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import scorescope.core.BadInputException;
import scorescope.plot.export.NamedSession;
import scorescope.session.Session;
import scorescope.words.Words;

/** One or several SESSION arguments, and {@code --set}. All are read before the first is processed. */
final class SessionsOptions {
    @Parameters(arity = "1..*", paramLabel = "SESSION", descriptionKey = "cli.session.files")
    private List<String> names = new ArrayList<>();

    @Option(names = "--set", paramLabel = "KEY=VALUE", descriptionKey = "cli.session.set")
    private List<String> settings = new ArrayList<>();

    /**
     * A session with its name.
     *
     * @param stem its name without folder and extensions, for files made from it
     */
    record Named(String name, String stem, Session session) {}

    List<Named> read() {
        var read = new ArrayList<Named>();
        for (var name : names) {
            read.add(new Named(name, NamedSession.stem(name), NamedSession.read(name, settings, System.in)));
        }
        return read;
    }

    boolean several() {
        return names.size() > 1;
    }

    /** The same for results in a folder, where names must be unique. */
    List<Named> readForFolder() {
        var read = read();
        for (int i = 0; i < read.size(); i++) {
            for (int k = 0; k < i; k++) {
                if (read.get(i).stem().equals(read.get(k).stem())) {
                    throw new BadInputException(
                            read.get(i).name(),
                            Words.text("cli.session.same-name", read.get(k).name()),
                            Words.text("cli.session.rename"));
                }
            }
        }
        return read;
    }
}
