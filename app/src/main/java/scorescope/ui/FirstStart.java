package scorescope.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import scorescope.core.sampling.method.Langevin;
import scorescope.core.sampling.method.ReverseSde;
import scorescope.plot.layer.ParticleLayer;
import scorescope.session.DensitySpec;
import scorescope.session.NoiseSpec;
import scorescope.session.Session;
import scorescope.ui.control.Buttons;
import scorescope.words.Words;

/**
 * Three ways to begin, shown over the window at the first start: each opens a moving scene. With reduced motion the scene
 * stands until it is played.
 */
final class FirstStart extends Sheet {
    /** System property: {@code true} always shows the cards, {@code false} never. */
    private static final String PROPERTY = "scorescope.first-start";

    private static final String TRACE = "first-start";
    private static final double CARD_WIDTH = 232;

    private final AppContext context;

    /**
     * @param present fills the screen with the stage
     * @param compose opens the figure composer
     */
    FirstStart(AppContext context, Runnable present, Runnable compose) {
        super("first-start");
        this.context = context;
        var title = new Label(Words.text("ui.first.title"));
        title.getStyleClass().add("first-title");
        var cards = new HBox(
                card("class", FirstStart::falling, () -> {
                    play();
                    present.run();
                }),
                card("try", FirstStart::wandering, this::play),
                card("figure", FirstStart::fallen, compose));
        cards.getStyleClass().add("first-cards");
        var later = Buttons.pill(
                "first-later", Words.text("ui.first.later"), Words.text("ui.first.later.help"), this::leave);
        fill(title, cards, later);
    }

    /** Whether the program has stored nothing yet in its folder. Leaves a mark there, so that later starts are not the first. */
    static boolean isFirst(Path home) {
        var setting = System.getProperty(PROPERTY);
        if (setting != null) {
            return Boolean.parseBoolean(setting);
        }
        try {
            Files.createDirectories(home);
            try (var stored = Files.list(home)) {
                if (stored.findAny().isPresent()) {
                    return false;
                }
            }
            Files.createFile(home.resolve(TRACE));
            return true;
        } catch (IOException unwritable) {
            // If nothing can be written, every start would count as the first.
            return false;
        }
    }

    private void play() {
        if (!context.model().preferences().reducedMotion()) {
            context.player().play();
        }
    }

    void show() {
        show("#first-class");
    }

    private Button card(String id, UnaryOperator<Session> scene, Runnable then) {
        var heading = new Label(Words.text("ui.first." + id));
        heading.getStyleClass().add("first-heading");
        var text = new Label(Words.text("ui.first." + id + ".text"));
        text.setWrapText(true);
        var card = Buttons.explain(new Button(), Words.text("ui.first." + id), Words.text("ui.first." + id + ".text"));
        card.setGraphic(new VBox(8, heading, text));
        card.setId("first-" + id);
        card.getStyleClass().add("first-card");
        card.setPrefWidth(CARD_WIDTH);
        card.setOnAction(event -> {
            leave();
            context.model().amend(scene);
            then.run();
        });
        return card;
    }

    /** Particles travel from noise to the data. */
    private static Session falling(Session session) {
        return session.withDensity(new DensitySpec.Preset("three-gaussians"))
                .withNoise(new NoiseSpec.Sigma(0.05))
                .withSampler(session.sampler().ofKind(ReverseSde.KIND.id()));
    }

    /** Particles at the end of their run, since a page does not move. */
    private static Session fallen(Session session) {
        var layers = Stream.concat(session.view().layers().stream(), Stream.of(ParticleLayer.ID))
                .distinct()
                .toList();
        // Without a step the session shows the end of the run.
        var sampler = session.sampler().ofKind(ReverseSde.KIND.id()).at(OptionalInt.empty());
        return session.withDensity(new DensitySpec.Preset("swiss-roll"))
                .withNoise(new NoiseSpec.Sigma(0.2))
                .withSampler(sampler)
                .withView(session.view().withLayers(layers));
    }

    /** Particles wander in a density whose components can be dragged. */
    private static Session wandering(Session session) {
        return session.withDensity(new DensitySpec.Preset("two-moons"))
                .withNoise(new NoiseSpec.Sigma(0.2))
                .withSampler(session.sampler().ofKind(Langevin.KIND.id()));
    }
}
