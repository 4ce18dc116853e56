package scorescope.session;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import scorescope.core.parameter.Parameters;

/**
 * The study that is shown in place of the stage.
 *
 * @param name of the study catalog; empty for the plain stage
 * @param settings values that a person has set for studies, by name, retained while a study is not shown
 * @param moment position of the study's clock, from 0 (its beginning) to 1 (its end)
 */
public record StudySpec(Optional<String> name, Map<String, Parameters> settings, double moment) {
    public static final StudySpec NONE = new StudySpec(Optional.empty(), Map.of(), 0);

    public StudySpec {
        settings = withoutEmpty(settings);
    }

    /** The values set for the study shown. */
    public Parameters shownSettings() {
        return name.map(this::settings).orElse(Parameters.NONE);
    }

    /** The values set for one study. */
    public Parameters settings(String study) {
        return settings.getOrDefault(study, Parameters.NONE);
    }

    /** The same settings, with another study shown, from its beginning. */
    public StudySpec showing(Optional<String> changed) {
        return new StudySpec(changed, settings, 0);
    }

    public StudySpec with(String study, Parameters changed) {
        var all = new LinkedHashMap<>(settings);
        all.put(study, changed);
        return new StudySpec(name, all, moment);
    }

    public StudySpec at(double changed) {
        return new StudySpec(name, settings, changed);
    }

    /** The settings without empty entries. */
    static Map<String, Parameters> withoutEmpty(Map<String, Parameters> settings) {
        var given = new LinkedHashMap<>(settings);
        given.values().removeIf(values -> values.given().isEmpty());
        return Collections.unmodifiableMap(given);
    }
}
