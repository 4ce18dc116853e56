package scorescope.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import scorescope.plot.export.EmbeddedSession;

/** Writes a session as a link. */
@Command(name = "link")
final class LinkCommand implements Callable<Integer> {
    @Mixin
    private SessionOptions session;

    private final Console console;

    LinkCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().println(EmbeddedSession.link(session.read()));
        return Cli.DONE;
    }
}
