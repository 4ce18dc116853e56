package scorescope.plot.layer;

import java.util.List;
import scorescope.core.density.Component;
import scorescope.core.parameter.Kind;
import scorescope.core.parameter.Parameters;
import scorescope.plot.field.DensityGrid;
import scorescope.plot.guide.Legend;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Palette;
import scorescope.plot.paint.Style;
import scorescope.plot.paint.Viewport;
import scorescope.plot.scene.Scene;
import scorescope.session.Conditioning;
import scorescope.words.Words;

/** The class of each component that has one: a mark at the component's mean, αμ. If none has, the first is a class. */
public final class LabelLayer implements SceneLayer {
    static final Kind<LayerKind> KIND = LayerKind.of(
            "labels",
            Words.constant("figure.layer.labels.title"),
            Words.constant("help.layer.labels"),
            LayerKind.Group.POINTS,
            LayerKind.Subject.DENSITY,
            List.of(),
            LabelLayer::new);

    private final Style style;
    private List<Component> components = List.of();
    private List<String> labels = List.of();
    private double alpha = 1;

    LabelLayer(Style style, Parameters values) {
        this.style = style;
    }

    @Override
    public void compute(Scene scene, Viewport viewport, DensityGrid density) {
        var mixture = Conditioning.labelled(scene.exact().mixture());
        labels = mixture.labels();
        components = mixture.components().stream()
                .filter(component -> !component.label().isEmpty())
                .toList();
        alpha = scene.level().alpha();
    }

    @Override
    public void draw(Painter painter, Viewport viewport, Palette palette) {
        for (var component : components) {
            ClassMark.of(component.label(), labels)
                    .draw(
                            painter,
                            viewport.toX(alpha * component.meanX()),
                            viewport.toY(alpha * component.meanY()),
                            DenoisedMark.radius(style),
                            style.outline(),
                            palette);
        }
    }

    @Override
    public List<Legend.Entry> legend() {
        return labels.stream()
                .map(label -> new Legend.Entry(
                        (painter, x, y, palette, around) -> ClassMark.of(label, labels)
                                .draw(painter, x + 0.7 * around.ticks(), y, DenoisedMark.radius(around), 0, palette),
                        Words.text("figure.legend.labels.class", label)))
                .toList();
    }
}
