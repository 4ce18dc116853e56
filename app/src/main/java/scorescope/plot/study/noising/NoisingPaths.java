package scorescope.plot.study.noising;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import scorescope.plot.figure.PanelContentCache;
import scorescope.plot.figure.PlaneContent;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Layer;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Painter.Align;
import scorescope.plot.paint.Painter.Dash;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.study.noising.Processes.Member;
import scorescope.words.Words;

/** The paths with the positions of all processes; those on the first are numbered. */
final class NoisingPaths implements PlaneContent, Layer {
    /** Candidate offsets of a number from its point, in sizes of its type. */
    private static final double[][] SIDES = {{-0.9, -0.3}, {0.9, 0.9}, {0.9, -0.3}, {-0.9, 0.9}};

    private final double[][] pairs;
    private final List<Member> members;
    private final double moment;
    private Style style = Style.PAPER;

    NoisingPaths(double[][] pairs, List<Member> members, double moment) {
        this.pairs = pairs;
        this.members = members;
        this.moment = moment;
    }

    @Override
    public void compute(Viewport viewport, Style style, PanelContentCache cache) {
        this.style = style;
    }

    @Override
    public List<Legend.Entry> legend() {
        return List.of(
                new Legend.Entry(
                        (painter, x, y, palette, s) -> painter.discs(
                                new double[] {x + 0.75 * s.ticks()},
                                new double[] {y},
                                1,
                                2 * s.particle(),
                                palette.clean()),
                        Words.text("study.schedules.clean-point-x0")),
                new Legend.Entry(
                        (painter, x, y, palette, s) -> painter.ellipse(
                                x + 0.75 * s.ticks(),
                                y,
                                2 * s.particle(),
                                2 * s.particle(),
                                0,
                                palette.probe(),
                                s.outline(),
                                Dash.SOLID),
                        Words.text("study.schedules.noise-epsilon")));
    }

    @Override
    public void draw(Painter painter, Viewport viewport, Palette palette) {
        painter.clip(viewport.left(), viewport.top(), viewport.width(), viewport.height());
        for (int i = 0; i < pairs[0].length; i++) {
            path(painter, viewport, palette, i);
        }
        painter.unclip();
        var placed = new ArrayList<double[]>();
        for (int k = 0; k < members.size(); k++) {
            number(painter, viewport, palette, k, placed);
        }
    }

    private void path(Painter painter, Viewport viewport, Palette palette, int i) {
        var path = Schedules.arc(pairs, i);
        var x = Arrays.stream(path[0]).map(viewport::toX).toArray();
        var y = Arrays.stream(path[1]).map(viewport::toY).toArray();
        painter.polyline(x, y, x.length, false, palette.mute(), style.outline(), Dash.SOLID);
        painter.discs(new double[] {x[0]}, new double[] {y[0]}, 1, 2 * style.particle(), palette.clean());
        painter.ellipse(
                x[Schedules.ARC],
                y[Schedules.ARC],
                2 * style.particle(),
                2 * style.particle(),
                0,
                palette.probe(),
                style.outline(),
                Dash.SOLID);
        for (var member : members) {
            var level = member.process().at(member.clock().time(moment));
            painter.discs(
                    new double[] {viewport.toX(Schedules.along(pairs[0][i], pairs[2][i], level))},
                    new double[] {viewport.toY(Schedules.along(pairs[1][i], pairs[3][i], level))},
                    1,
                    (member.own() ? 3 : 2) * style.particle(),
                    member.color().on(palette));
        }
    }

    /** Draws a number beside its point on the first path, at the first offset that is free of earlier numbers. */
    private void number(Painter painter, Viewport viewport, Palette palette, int k, List<double[]> placed) {
        var member = members.get(k);
        var level = member.process().at(member.clock().time(moment));
        double x = viewport.toX(Schedules.along(pairs[0][0], pairs[2][0], level));
        double y = viewport.toY(Schedules.along(pairs[1][0], pairs[3][0], level));
        if (x > viewport.left() && x < viewport.left() + viewport.width() && y > viewport.top() + style.ticks()) {
            var text = Integer.toString(k + 1);
            double width = painter.textWidth(text, style.ticks(), true);
            for (double[] side : SIDES) {
                double[] at = {x + side[0] * style.ticks(), y + side[1] * style.ticks(), width};
                if (placed.stream().allMatch(other -> apart(at, other))) {
                    placed.add(at);
                    painter.text(
                            text,
                            at[0],
                            at[1],
                            style.ticks(),
                            true,
                            Align.CENTER,
                            member.color().on(palette));
                    return;
                }
            }
        }
    }

    /** Whether two numbers, each given by center, baseline and width, do not touch. */
    private boolean apart(double[] one, double[] other) {
        return Math.abs(one[0] - other[0]) > (one[2] + other[2]) / 2 + 0.1 * style.ticks()
                || Math.abs(one[1] - other[1]) > style.ticks();
    }
}
