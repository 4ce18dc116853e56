package scorescope.plot.study;

import java.util.List;
import scorescope.core.BadInputException;
import scorescope.core.parameter.Catalog;
import scorescope.core.parameter.Choice;
import scorescope.plot.study.denoising.*;
import scorescope.plot.study.density.*;
import scorescope.plot.study.learning.*;
import scorescope.plot.study.noising.*;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.sampling.*;
import scorescope.session.StudySpec;

/**
 * All studies. A new one is one file and one line here: the packages of the course's rows are imported with wildcards.
 */
public final class StudyCatalog {
    public static final Catalog<Study> CATALOG = new Catalog<>(
            "study",
            List.of(
                    FilmStrip.KIND,
                    ForwardProcess.KIND,
                    Processes.KIND,
                    SubVariance.KIND,
                    Schedules.KIND,
                    Chains.KIND,
                    DensityEvolution.KIND,
                    Likelihood.KIND,
                    PosteriorAverage.KIND,
                    MeanAnswers.KIND,
                    FanOfTargets.KIND,
                    SureStudy.KIND,
                    SureTerms.KIND,
                    WrongOnPurpose.KIND,
                    TwoFrameVideo.KIND,
                    FrameCoupling.KIND,
                    ErrorAmplification.KIND,
                    PredictableShares.KIND,
                    LossWeights.KIND,
                    OneDimension.KIND,
                    LangevinOnALine.KIND,
                    KlFits.KIND,
                    DivergencesCompared.KIND,
                    WellDepths.KIND,
                    TrainingStep.KIND,
                    ScoreErrors.KIND,
                    Race.KIND,
                    ThreeLosses.KIND,
                    SamplingWatched.KIND,
                    SamplersSideBySide.KIND,
                    CostQuality.KIND,
                    Growth.KIND,
                    StepSizes.KIND,
                    CrossingsOverNoise.KIND,
                    SamplingStep.KIND,
                    TwoStarts.KIND,
                    Basins.KIND,
                    CoarseToFine.KIND,
                    RoundTrip.KIND,
                    GuidanceStudy.KIND,
                    MeasurementStudy.KIND));

    private StudyCatalog() {}

    /** @throws BadInputException if there is no such study or setting */
    public static Study create(Choice chosen) {
        var study = alone(chosen);
        return study.takesLanes() ? study : new InLanes(chosen, StudyCatalog::alone);
    }

    private static Study alone(Choice chosen) {
        var kind = CATALOG.kind(chosen.kind(), "view.study");
        return kind.create().apply(chosen.parameters().checked(kind.parameters(), "view.studies." + chosen.kind()));
    }

    /**
     * Checks the study and every setting.
     *
     * @throws BadInputException naming the first that does not exist or is out of range
     */
    public static void check(StudySpec study) {
        study.name().ifPresent(name -> CATALOG.kind(name, "view.study"));
        study.settings().forEach((name, settings) -> {
            var place = "view.studies." + name;
            var unused = settings.checked(CATALOG.kind(name, place).parameters(), place);
        });
    }
}
