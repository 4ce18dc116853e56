package scorescope.ui.inspector;

import scorescope.core.parameter.Parameter;
import scorescope.plot.study.Comparison;
import scorescope.session.Session;
import scorescope.ui.model.WindowModel;

/** Changes parameters in the session; a slider's drag is one step of undo. */
final class DragEdits implements ParameterEdits {
    /** Returns the session with one parameter changed. */
    interface Change {
        Session apply(Session session, Parameter<?> parameter, Object raw);
    }

    private final WindowModel model;
    private final Change change;
    private final boolean comparable;

    DragEdits(WindowModel model, Change change) {
        this(model, change, true);
    }

    /** @param comparable whether values can be compared in lanes; not for controls of a lane */
    DragEdits(WindowModel model, Change change, boolean comparable) {
        this.model = model;
        this.change = change;
        this.comparable = comparable;
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

    @Override
    public boolean comparable() {
        return comparable;
    }

    @Override
    public void compare(Parameter<?> parameter, Object present) {
        model.edit(session -> Comparison.begin(
                session, parameter, present, (changed, value) -> change.apply(changed, parameter, value)));
    }
}
