package scorescope.ui.inspector;

import scorescope.core.parameter.Parameter;

/** Receives values from controls. */
public interface ParameterEdits {
    /** Sets a value; an invalid one is refused with a message. */
    void set(Parameter<?> parameter, Object raw);

    /** Begins a drag: all changes until {@link #end} are one step of undo. */
    void begin();

    void end();

    /** Whether values of a parameter can be compared in lanes. */
    default boolean comparable() {
        return false;
    }

    /** Begins a comparison of the present value with others. */
    default void compare(Parameter<?> parameter, Object present) {}
}
