package scorescope.plot;

import java.util.Arrays;
import java.util.List;
import scorescope.core.parameter.Parameter;
import scorescope.core.parameter.Parameters;
import scorescope.plot.Painter.Ink;

/** The score as arrows on a square grid, each centred on its point. */
public final class QuiverLayer implements SceneLayer {
    private static final Parameter.Name SCALING = new Parameter.Name(
            "scaling",
            "",
            ArrowScaling.COMPRESSED.id(),
            ArrowScaling.ids(),
            "How ‖s‖ is shown: long arrows shortened, true lengths, directions alone, or strength of colour.");
    private static final Parameter.Whole ACROSS = new Parameter.Whole(
            "across",
            "",
            24,
            6,
            60,
            "About as many arrows as a square of the view's size holds along a side, where there is room.");

    static final LayerKind KIND = new LayerKind(
            "quiver",
            "Arrows",
            "The score as arrows",
            LayerKind.Group.ARROWS,
            true,
            List.of(SCALING, ACROSS),
            QuiverLayer::new);

    private static final double HALO = 0.75;

    /** Steps of colour, from the weakest magnitude to the strongest. */
    private static final int SHADES = 6;

    private static final double FAINTEST = 0.25;

    private final Style style;
    private final ArrowScaling scaling;
    private final double across;
    private final Arrows[] arrows = new Arrows[SHADES];
    private double[] x = new double[0];
    private double[] y = new double[0];
    private double[] scoreX = new double[0];
    private double[] scoreY = new double[0];
    private int count;
    private double spacing = 1;
    private Viewport seen = new Viewport(0, 0, 1, 1, 0, 0, 1);
    private Source source = Source.ANALYTIC;
    private Range range = Range.NONE;
    private Range scale = Range.NONE;
    private boolean onQuietGround = true;

    QuiverLayer(Style style, Parameters values) {
        this.style = style;
        scaling = ArrowScaling.of(values.get(SCALING));
        across = values.get(ACROSS);
        Arrays.setAll(arrows, shade -> new Arrows());
    }

    @Override
    public void compute(Scene scene, Viewport viewport, DensityGrid density) {
        spacing = Math.max(Math.sqrt(viewport.width() * viewport.height()) / across, roomy());
        int columns = Math.max(1, (int) (viewport.width() / spacing + 1e-9));
        int rows = Math.max(1, (int) (viewport.height() / spacing + 1e-9));
        count = columns * rows;
        reserve(count);
        for (int row = 0; row < rows; row++) {
            double py = viewport.top() + viewport.height() / 2 + (row - 0.5 * (rows - 1)) * spacing;
            for (int column = 0; column < columns; column++) {
                double px = viewport.left() + viewport.width() / 2 + (column - 0.5 * (columns - 1)) * spacing;
                x[row * columns + column] = viewport.dataX(px);
                y[row * columns + column] = viewport.dataY(py);
            }
        }
        scene.score().score(x, y, 0, count, scene.level(), scoreX, scoreY);
        source = scene.source();
        seen = viewport;
        onQuietGround = scene.ground() == Ground.QUIET;
        range = magnitudes();
    }

    /** The least spacing: as the style has it, less where a person asks for more arrows. */
    private double roomy() {
        return style.spacing() * Math.min(1, ACROSS.standard() / across);
    }

    private Range magnitudes() {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (int i = 0; i < count; i++) {
            double magnitude = Math.hypot(scoreX[i], scoreY[i]);
            if (magnitude > 0 && Double.isFinite(magnitude)) {
                smallest = Math.min(smallest, magnitude);
                largest = Math.max(largest, magnitude);
            }
        }
        return largest > 0 ? new Range(smallest, largest) : Range.NONE;
    }

    @Override
    public Range range() {
        return range;
    }

    @Override
    public void share(Range common) {
        scale = common;
        double extent = Math.max(seen.width(), seen.height()) / seen.scale();
        for (var shade : arrows) {
            shade.clear();
        }
        for (int i = 0; i < count; i++) {
            double magnitude = Math.hypot(scoreX[i], scoreY[i]);
            if (magnitude > 0 && Double.isFinite(magnitude)) {
                double length = spacing * scaling.length(magnitude, extent, common.high());
                double dx = length * scoreX[i] / magnitude;
                double dy = -length * scoreY[i] / magnitude;
                double px = seen.toX(x[i]);
                double py = seen.toY(y[i]);
                arrows[shade(magnitude)].add(px - dx / 2, py - dy / 2, px + dx / 2, py + dy / 2, style, source.head());
            }
        }
    }

    /** Shades go by the logarithm: scores span decades. */
    private int shade(double magnitude) {
        if (scaling != ArrowScaling.COLOUR || !(scale.high() > scale.low())) {
            return SHADES - 1;
        }
        double place = Math.log(magnitude / scale.low()) / Math.log(scale.high() / scale.low());
        return Math.clamp((int) (place * SHADES), 0, SHADES - 1);
    }

    @Override
    public void draw(Painter painter, Viewport viewport, Palette palette) {
        for (int shade = 0; shade < SHADES; shade++) {
            if (arrows[shade].count() > 0 && !onQuietGround) {
                arrows[shade].drawHalo(painter, palette.background().fade(0.7), style.arrow(), HALO * style.arrow());
            }
        }
        for (int shade = 0; shade < SHADES; shade++) {
            if (arrows[shade].count() > 0) {
                arrows[shade].draw(painter, ink(shade, palette), style.arrow());
            }
        }
    }

    private Ink ink(int shade, Palette palette) {
        return source.ink(palette).fade(FAINTEST + (1 - FAINTEST) * (shade + 1.0) / SHADES);
    }

    @Override
    public List<Legend.Entry> legend() {
        if (range.empty()) {
            return List.of();
        }
        return switch (scaling) {
            case COMPRESSED -> List.of();
            case NORMALISED -> List.of(entry(Messages.text("figure.legend.arrows.normalised")));
            case BY_LENGTH ->
                List.of(entry(Messages.text("figure.legend.arrows.length", Numbers.significant(scale.high(), 3))));
            case COLOUR ->
                List.of(entry(Messages.text(
                        "figure.legend.arrows.colour",
                        Numbers.significant(scale.low(), 2),
                        Numbers.significant(scale.high(), 2))));
        };
    }

    private Legend.Entry entry(String text) {
        return new Legend.Entry(
                (painter, x, y, palette, around) -> {
                    var arrow = new Arrows();
                    arrow.add(x, y, x + 1.4 * around.ticks(), y, around, source.head());
                    arrow.draw(painter, source.ink(palette), around.arrow());
                },
                text);
    }

    /** How many arrows were placed. */
    public int count() {
        return Arrays.stream(arrows).mapToInt(Arrows::count).sum();
    }

    private void reserve(int points) {
        if (x.length < points) {
            x = Arrays.copyOf(x, points);
            y = Arrays.copyOf(y, points);
            scoreX = Arrays.copyOf(scoreX, points);
            scoreY = Arrays.copyOf(scoreY, points);
        }
    }
}
