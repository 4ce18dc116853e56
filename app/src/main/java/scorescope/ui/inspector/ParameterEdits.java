package scorescope.ui.inspector;

import scorescope.core.parameter.Parameter;

/** Where a control tells what a person sets. */
public interface ParameterEdits {
    /** Takes a value; bad ones are refused with a message. */
    void set(Parameter<?> parameter, Object raw);

    /** A slider is taken hold of: what follows until {@link #end} is one step of undo. */
    void begin();

    void end();

    /** Whether values of parameters can be set beside each other. */
    default boolean comparable() {
        return false;
    }

    /** Sets the present value beside others. */
    default void compare(Parameter<?> parameter, Object present) {}
}
