package scorescope.ui.inspector;

import scorescope.core.parameter.Parameter;
import scorescope.session.Session;
import scorescope.ui.model.WorkbenchModel;

/** Edits of the session by one parameter; a slider's drag is one step of undo. */
final class DragEdits implements ParameterEdits {
    /** The session with one parameter changed. */
    interface Change {
        Session apply(Session session, Parameter<?> parameter, Object raw);
    }

    private final WorkbenchModel model;
    private final Change change;

    DragEdits(WorkbenchModel model, Change change) {
        this.model = model;
        this.change = change;
    }

    @Override
    public void set(Parameter<?> parameter, Object raw) {
        model.adjust(parameter.name(), session -> change.apply(session, parameter, raw));
    }

    @Override
    public void begin() {
        model.beginEdit();
    }

    @Override
    public void end() {
        model.commitEdit();
    }
}
