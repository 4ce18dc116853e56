package scorescope.core.wrong;

import java.util.List;
import java.util.stream.Stream;
import scorescope.core.parameter.Option;

/** A published mistake, which can be drawn beside the correct form: as a field of vectors, or as numbers over an axis. */
public sealed interface Mistake extends Option permits WrongFormula, WrongCurve {
    List<Mistake> ALL = Stream.<Mistake>concat(WrongFormula.ALL.stream(), WrongCurve.ALL.stream())
            .toList();
}
