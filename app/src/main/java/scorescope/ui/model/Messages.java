package scorescope.ui.model;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import scorescope.session.Session;

/** The newest message, as long as its cause lasts. */
final class Messages {
    private final ReadOnlyObjectWrapper<Optional<Message>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());

    ReadOnlyObjectProperty<Optional<Message>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Shows a message; one without a cause of its own lasts as long as the session stays as it is. */
    void show(Message message, Session now) {
        shown.set(Optional.of(message.cause().isPresent() ? message : message.because(new Cause.Scene(now::equals))));
    }

    void dismiss() {
        shown.set(Optional.empty());
    }

    /** The work has succeeded, or is not wanted any more. */
    void resolve(Cause.Work work) {
        if (cause().filter(work::equals).isPresent()) {
            dismiss();
        }
    }

    void sessionIs(Session now) {
        if (cause().filter(cause -> cause instanceof Cause.Scene(var lasts) && !lasts.test(now))
                .isPresent()) {
            dismiss();
        }
    }

    private Optional<Cause> cause() {
        return shown.get().flatMap(Message::cause);
    }
}
