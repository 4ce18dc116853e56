package scorescope.plot.study.denoising;

import java.util.List;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.core.wrong.Mistake;
import scorescope.core.wrong.WrongCurve;
import scorescope.core.wrong.WrongFormula;
import scorescope.plot.figure.StudyScene;
import scorescope.plot.paint.Color;
import scorescope.plot.paint.ThemeColor;
import scorescope.plot.study.run.Evidence;
import scorescope.plot.study.run.PictureNumbers;
import scorescope.plot.study.run.Study;
import scorescope.plot.study.run.StudyInputs;
import scorescope.words.Words;

/** A common misprint, in red, beside the correct form: a field of vectors, or numbers over an axis. */
public final class WrongOnPurpose implements Study {
    static final Parameter.OneOf<Mistake> FORMULA = new Parameter.OneOf<>(
            "formula", "", Mistake.ALL.getFirst(), Mistake.ALL, Words.constant("help.study.wrong-on-purpose.formula"));

    public static final Kind<Study> KIND = new Kind<>(
            "wrong-on-purpose",
            Words.constant("study.wrong-on-purpose.title"),
            Words.constant("help.study.wrong-on-purpose"),
            List.of(FORMULA),
            WrongOnPurpose::new);

    static final ThemeColor RED = palette -> new Color(palette.dark() ? 0xffff7a70 : 0xffc0241c);

    private final Mistake mistake;

    WrongOnPurpose(Parameters values) {
        mistake = values.get(FORMULA);
    }

    /** Difference of the correct and the wrong values in the table. */
    @Override
    public Evidence evidence(StudyInputs inputs, StudyScene picture) {
        var read = new PictureNumbers(picture);
        return Evidence.atLeast(
                0.05,
                Math.hypot(read.number(0, 0, 1) - read.number(0, 1, 1), read.number(0, 0, 2) - read.number(0, 1, 2)));
    }

    @Override
    public StudyScene at(StudyInputs inputs, double moment) {
        return switch (mistake) {
            case WrongFormula formula -> new WrongOnPurposeField(formula).scene(inputs);
            case WrongCurve curve -> new WrongOnPurposeCurve(curve).scene(inputs);
        };
    }
}
