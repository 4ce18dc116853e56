package scorescope.ui.model;

import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import scorescope.session.Session;

/** The newest message, for as long as its cause lasts. */
final class Messages {
    private final ReadOnlyObjectWrapper<Optional<Message>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());

    ReadOnlyObjectProperty<Optional<Message>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Shows a message; one without a cause lasts until the session changes. */
    void show(Message message, Session now) {
        boolean foretold = cause().filter(Cause.Watched.class::isInstance).isPresent()
                && message.cause()
                        .filter(cause -> comesWithIt(cause, message.tone()))
                        .isPresent();
        if (foretold) {
            return;
        }
        shown.set(Optional.of(message.cause().isPresent() ? message : message.because(new Cause.Scene(now::equals))));
    }

    /**
     * Whether this message is a consequence of the failure being watched: sampling fails, or the network belongs to
     * another distribution.
     */
    private static boolean comesWithIt(Cause cause, Message.Tone tone) {
        return cause == Cause.Work.SAMPLING || (cause == Cause.Work.TRAINING && tone == Message.Tone.NOTE);
    }

    void dismiss() {
        shown.set(Optional.empty());
    }

    /** Removes the message about work that has succeeded or is not wanted any more. */
    void resolve(Cause.Work work) {
        if (cause().filter(work::equals).isPresent()) {
            dismiss();
        }
    }

    void sessionIs(Session now) {
        var lasts = cause().flatMap(cause -> switch (cause) {
            case Cause.Scene(var scene) -> Optional.of(scene);
            case Cause.Watched(var scene) -> Optional.of(scene);
            case Cause.Work _ -> Optional.<Predicate<Session>>empty();
        });
        if (lasts.filter(scene -> !scene.test(now)).isPresent()) {
            dismiss();
        }
    }

    private Optional<Cause> cause() {
        return shown.get().flatMap(Message::cause);
    }
}
