package scorescope.plot.study.density;

import java.util.List;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameters;
import scorescope.plot.chart.Table;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.figure.StudyScene.Row;
import scorescope.plot.figure.TablePart;
import scorescope.plot.guide.Caption;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyInputs;

public final class ThrowawayStudy implements Study {
    public static final Kind<Study> KIND =
            new Kind<>("throwaway-study", "Throw-away study", "A throw-away study.", List.of(), ThrowawayStudy::new);

    ThrowawayStudy(Parameters none) {}

    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        return Evidence.near(1, 0, picture.rows().size());
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        var table = new Table(List.of("what", "value"), List.of(List.of("THROWN", "AWAY")), -1);
        return StudyScene.of("A throw-away study", Row.of(new TablePart(Caption.plain("Throw-away", "", ""), table)));
    }
}
