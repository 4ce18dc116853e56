package scorescope.session;

import java.util.List;
import scorescope.core.parameter.Choice;
import scorescope.core.training.TrainingSettings;

/**
 * Everything a picture depends on, immutable. The window, the command line, undo and a saved file all hold
 * one of these; SessionJson reads and writes it, SessionDefaults is the opening session.
 *
 * @param conditioning what samples are conditioned on
 * @param lanes what studies that compare put side by side; none for the study's own
 * @param notation id of the notation in words and formulas; numbers do not depend on it
 * @param carried bytes of files that the session names by their SHA-256
 */
public record Session(
        DensitySpec density,
        Choice process,
        NoiseSpec noise,
        ScoreSpec score,
        SamplerSpec sampler,
        TrainingSettings training,
        View view,
        FigureSpec figure,
        Conditioning conditioning,
        List<Patch> lanes,
        String notation,
        Carried carried) {
    /** The notation of sessions that name none. */
    public static final String NOTATION = "eta";

    public Session {
        lanes = List.copyOf(lanes);
    }

    /** Conditioned on nothing, without lanes, in the usual notation, carrying nothing. */
    public Session(
            DensitySpec density,
            Choice process,
            NoiseSpec noise,
            ScoreSpec score,
            SamplerSpec sampler,
            TrainingSettings training,
            View view,
            FigureSpec figure) {
        this(
                density,
                process,
                noise,
                score,
                sampler,
                training,
                view,
                figure,
                Conditioning.NONE,
                List.of(),
                NOTATION,
                Carried.NOTHING);
    }

    /** Which scores a picture of it shows. */
    public Shown shown() {
        return view.shown().orElse(score.shown());
    }

    public Session withDensity(DensitySpec changed) {
        return new Session(
                changed,
                process,
                noise,
                score,
                sampler,
                training,
                view,
                figure,
                conditioning,
                lanes,
                notation,
                carried);
    }

    public Session withProcess(Choice changed) {
        return new Session(
                density,
                changed,
                noise,
                score,
                sampler,
                training,
                view,
                figure,
                conditioning,
                lanes,
                notation,
                carried);
    }

    public Session withNoise(NoiseSpec changed) {
        return new Session(
                density,
                process,
                changed,
                score,
                sampler,
                training,
                view,
                figure,
                conditioning,
                lanes,
                notation,
                carried);
    }

    public Session withScore(ScoreSpec changed) {
        return new Session(
                density,
                process,
                noise,
                changed,
                sampler,
                training,
                view,
                figure,
                conditioning,
                lanes,
                notation,
                carried);
    }

    public Session withSampler(SamplerSpec changed) {
        return new Session(
                density,
                process,
                noise,
                score,
                changed,
                training,
                view,
                figure,
                conditioning,
                lanes,
                notation,
                carried);
    }

    public Session withTraining(TrainingSettings changed) {
        return new Session(
                density, process, noise, score, sampler, changed, view, figure, conditioning, lanes, notation, carried);
    }

    public Session withView(View changed) {
        return new Session(
                density,
                process,
                noise,
                score,
                sampler,
                training,
                changed,
                figure,
                conditioning,
                lanes,
                notation,
                carried);
    }

    public Session withFigure(FigureSpec changed) {
        return new Session(
                density,
                process,
                noise,
                score,
                sampler,
                training,
                view,
                changed,
                conditioning,
                lanes,
                notation,
                carried);
    }

    public Session withConditioning(Conditioning changed) {
        return new Session(
                density, process, noise, score, sampler, training, view, figure, changed, lanes, notation, carried);
    }

    public Session withLanes(List<Patch> changed) {
        return new Session(
                density,
                process,
                noise,
                score,
                sampler,
                training,
                view,
                figure,
                conditioning,
                changed,
                notation,
                carried);
    }

    public Session withNotation(String changed) {
        return new Session(
                density, process, noise, score, sampler, training, view, figure, conditioning, lanes, changed, carried);
    }

    public Session withCarried(Carried changed) {
        return new Session(
                density,
                process,
                noise,
                score,
                sampler,
                training,
                view,
                figure,
                conditioning,
                lanes,
                notation,
                changed);
    }
}
