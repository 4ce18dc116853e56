package scorescope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.session.DensitySpec;
import scorescope.session.Session;
import scorescope.session.SessionParameters;

/** Settings of a distribution of points, and of the brush that sprays them. */
final class PointSettings {
    private PointSettings() {}

    /** The parameters that have an effect in the session. */
    static List<Parameter<?>> of(Session session, boolean spraying) {
        var declared = new ArrayList<Parameter<?>>();
        if (spraying) {
            declared.add(SessionParameters.BRUSH);
        }
        if (session.density().pointWidth().isPresent()) {
            declared.add(SessionParameters.BANDWIDTH);
        }
        if (session.density() instanceof DensitySpec.File file && file.namesPicture()) {
            declared.add(SessionParameters.COUNT);
        }
        return declared;
    }

    static Parameters values(Session session) {
        var density = session.density();
        var values =
                Parameters.NONE.with(SessionParameters.BRUSH, session.view().brush());
        if (density.pointWidth().isPresent()) {
            values = values.with(
                    SessionParameters.BANDWIDTH, density.pointWidth().get());
        }
        return density instanceof DensitySpec.File file
                ? values.with(SessionParameters.COUNT, (long) file.count())
                : values;
    }

    /** @throws scorescope.core.BadInputException if the value is out of range */
    static Session changed(Session session, Parameter<?> parameter, Object raw) {
        var checked = Parameters.NONE.with(parameter, raw);
        if (parameter.equals(SessionParameters.BRUSH)) {
            return session.withView(session.view().withBrush(checked.get(SessionParameters.BRUSH)));
        }
        var density = session.density();
        return session.withDensity(
                parameter.equals(SessionParameters.BANDWIDTH)
                        ? density.withPointWidth(checked.get(SessionParameters.BANDWIDTH))
                        : density.withCount(Math.toIntExact(checked.get(SessionParameters.COUNT))));
    }
}
