package scorescope.plot.study;

import java.util.LinkedHashMap;
import java.util.Map;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;

/** Studies with few particles and steps, to save time in tests. */
public final class BriefStudies {
    private static final Map<String, Long> FEWER =
            Map.of("particles", 20L, "steps", 40L, "samples", 50L, "points", 50L, "cells", 32L, "width", 8L);

    private BriefStudies() {}

    /** Settings of a study with little work. */
    public static Parameters settings(String study) {
        var values = new LinkedHashMap<String, Object>();
        StudyCatalog.CATALOG.kind(study, "study").parameters().forEach(parameter -> {
            if (parameter instanceof Parameter.Whole whole && FEWER.containsKey(whole.key())) {
                values.put(whole.key(), Math.clamp(FEWER.get(whole.key()), whole.min(), whole.max()));
            }
        });
        return new Parameters(values);
    }
}
