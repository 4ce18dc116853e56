package scorescope.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import scorescope.core.parameter.Choice;
import scorescope.core.training.TrainingSettings;

/**
 * Everything that a picture depends on, immutable: a value for each of {@link Sections}. The window, the command line, undo and
 * a saved file all hold one of these; SessionJson reads and writes it, SessionDefaults is the opening session.
 */
public final class Session {
    /** Values of the sections that differ from their default. */
    private final Map<Section<?>, Object> values;

    private Session(Map<Section<?>, Object> values) {
        this.values = Map.copyOf(values);
    }

    /** Every section at its default. */
    Session() {
        this(Map.of());
    }

    public <T> T get(Section<T> section) {
        @SuppressWarnings("unchecked") // values are set only by with(), which is typed
        var value = (T) values.get(section);
        return value == null ? section.standard() : value;
    }

    /** The same session with another value of one section. */
    public <T> Session with(Section<T> section, T value) {
        var changed = new HashMap<>(values);
        if (value.equals(section.standard())) {
            changed.remove(section);
        } else {
            changed.put(section, value);
        }
        return new Session(changed);
    }

    /** Which scores a picture of it shows. */
    public Shown shown() {
        return view().shown().orElse(score().shown());
    }

    public DensitySpec density() {
        return get(Sections.DENSITY);
    }

    public Choice process() {
        return get(Sections.PROCESS);
    }

    public NoiseSpec noise() {
        return get(Sections.NOISE);
    }

    public ScoreSpec score() {
        return get(Sections.SCORE);
    }

    public SamplerSpec sampler() {
        return get(Sections.SAMPLER);
    }

    public TrainingSettings training() {
        return get(Sections.TRAINING);
    }

    public View view() {
        return get(Sections.VIEW);
    }

    public FigureSpec figure() {
        return get(Sections.FIGURE);
    }

    public Conditioning conditioning() {
        return get(Sections.CONDITIONING);
    }

    public List<Patch> lanes() {
        return get(Sections.LANES);
    }

    public String notation() {
        return get(Sections.NOTATION);
    }

    public Carried carried() {
        return get(Sections.CARRIED);
    }

    public Session withDensity(DensitySpec changed) {
        return with(Sections.DENSITY, changed);
    }

    public Session withProcess(Choice changed) {
        return with(Sections.PROCESS, changed);
    }

    public Session withNoise(NoiseSpec changed) {
        return with(Sections.NOISE, changed);
    }

    public Session withScore(ScoreSpec changed) {
        return with(Sections.SCORE, changed);
    }

    public Session withSampler(SamplerSpec changed) {
        return with(Sections.SAMPLER, changed);
    }

    public Session withTraining(TrainingSettings changed) {
        return with(Sections.TRAINING, changed);
    }

    public Session withView(View changed) {
        return with(Sections.VIEW, changed);
    }

    public Session withFigure(FigureSpec changed) {
        return with(Sections.FIGURE, changed);
    }

    /** The session to which the patches of panels are applied: without any panel. */
    public Session withoutPanels() {
        return withFigure(figure().withPanels(List.of()));
    }

    public Session withConditioning(Conditioning changed) {
        return with(Sections.CONDITIONING, changed);
    }

    public Session withLanes(List<Patch> changed) {
        return with(Sections.LANES, List.copyOf(changed));
    }

    public Session withNotation(String changed) {
        return with(Sections.NOTATION, changed);
    }

    public Session withCarried(Carried changed) {
        return with(Sections.CARRIED, changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Session session && session.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
