package scorescope.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;

class MessagesTest {
    private static final Session NOW = SessionDefaults.opening();

    private final Messages messages = new Messages();

    private String afterWatching(Message next) {
        messages.show(Message.note("watch").because(new Cause.Watched(_ -> true)), NOW);
        messages.show(next, NOW);
        return messages.shownProperty().get().map(Message::text).orElse("");
    }

    @Test
    void whatAWatchedFailureBringsAboutDoesNotReplaceItsSentence() {
        assertEquals("watch", afterWatching(Message.problem("blown up").because(Cause.Work.SAMPLING)));
        assertEquals("watch", afterWatching(Message.note("trained for another").because(Cause.Work.TRAINING)));
    }

    @Test
    void otherNewsReplacesIt() {
        assertEquals("diverged", afterWatching(Message.problem("diverged").because(Cause.Work.TRAINING)));
        assertEquals(
                "cannot be drawn",
                afterWatching(Message.problem("cannot be drawn").because(Cause.Work.DRAWING)));
        assertEquals("saved", afterWatching(Message.note("saved")));
    }

    @Test
    void theSentenceGoesWithItsSession() {
        messages.show(Message.note("watch").because(new Cause.Watched(NOW::equals)), NOW);
        messages.sessionIs(NOW.withNotation("other"));
        assertEquals(Optional.empty(), messages.shownProperty().get());
        messages.show(Message.note("trained for another").because(Cause.Work.TRAINING), NOW);
        assertEquals(
                "trained for another",
                messages.shownProperty().get().orElseThrow().text());
    }
}
