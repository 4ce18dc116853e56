package scorescope.ui;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import scorescope.core.parameter.Choice;
import scorescope.core.parameter.Kind;
import scorescope.session.source.RecipeCatalog;
import scorescope.session.source.RecipeCatalog.Recipe;
import scorescope.ui.control.Buttons;
import scorescope.words.Words;

/** The built-in figures as pictures; choosing one opens it. */
final class RecipeGallery extends Sheet {
    private static final double PICTURE_WIDTH = 200;
    private static final double PICTURE_HEIGHT = 132;
    private static final double GAP = 12;

    private final Consumer<String> chosen;

    /** @param chosen receives the id of a recipe */
    RecipeGallery(Consumer<String> chosen) {
        super("recipes");
        this.chosen = chosen;
    }

    /** Shows the gallery; the pictures are read the first time. */
    void show() {
        if (getChildren().isEmpty()) {
            var title = new Label(Words.text("ui.recipes.title"));
            title.getStyleClass().add("first-title");
            var cards = new FlowPane(GAP, GAP);
            cards.getChildren()
                    .setAll(RecipeCatalog.CATALOG.kinds().stream()
                            .map(this::card)
                            .toList());
            var scroll = new ScrollPane(cards);
            scroll.setFitToWidth(true);
            scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
            scroll.setFocusTraversable(false);
            scroll.getStyleClass().add("recipe-list");
            fill(
                    title,
                    scroll,
                    Buttons.pill(
                            "recipes-leave",
                            Words.text("ui.recipes.leave"),
                            Words.text("ui.recipes.leave.help"),
                            this::leave));
        }
        show("#recipe-" + RecipeCatalog.CATALOG.ids().getFirst());
    }

    private Button card(Kind<Recipe> kind) {
        var picture = new ImageView(new Image(RecipeCatalog.CATALOG
                .create(Choice.of(kind.id()), kind.id())
                .picture()
                .toExternalForm()));
        picture.setFitWidth(PICTURE_WIDTH);
        picture.setFitHeight(PICTURE_HEIGHT);
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        var paper = new StackPane(picture);
        paper.getStyleClass().add("recipe-paper");
        var name = new Label(Words.written(kind.title()));
        var card = Buttons.explain(new Button(), Words.written(kind.title()), Words.written(kind.help()));
        card.setGraphic(new VBox(8, paper, name));
        card.setId("recipe-" + kind.id());
        card.getStyleClass().add("recipe-card");
        card.setOnAction(event -> {
            leave();
            chosen.accept(kind.id());
        });
        return card;
    }
}
