package scorescope.plot.study.run;

import scorescope.core.density.Box;
import scorescope.core.density.GaussianMixture;
import scorescope.session.View;

/** The part of the plane that a study shows. */
public final class StudyBoxes {
    private static final double DEVIATIONS = 3;

    private StudyBoxes() {}

    /**
     * The session's view, enlarged about its middle until it contains three standard deviations of the distribution.
     */
    public static Box around(View view, GaussianMixture mixture) {
        var moments = mixture.moments();
        double middleX = 0.5 * (view.x0() + view.x1());
        double middleY = 0.5 * (view.y0() + view.y1());
        double needX = Math.abs(moments.meanX() - middleX) + DEVIATIONS * Math.sqrt(moments.xx());
        double needY = Math.abs(moments.meanY() - middleY) + DEVIATIONS * Math.sqrt(moments.yy());
        double grown =
                Math.max(1, Math.max(needX / (0.5 * (view.x1() - view.x0())), needY / (0.5 * (view.y1() - view.y0()))));
        double halfX = 0.5 * grown * (view.x1() - view.x0());
        double halfY = 0.5 * grown * (view.y1() - view.y0());
        return new Box(middleX - halfX, middleX + halfX, middleY - halfY, middleY + halfY);
    }
}
