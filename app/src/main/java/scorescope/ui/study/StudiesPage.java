package scorescope.ui.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import scorescope.core.parameter.Kind;
import scorescope.plot.study.Course;
import scorescope.plot.study.run.Study;
import scorescope.ui.background.Background;
import scorescope.ui.control.Buttons;
import scorescope.ui.model.StudyPlayer;
import scorescope.ui.model.WindowModel;
import scorescope.words.Words;

/**
 * All studies as cards, in the rows of the course: question, name, and a picture of the present session. A typed text filters
 * the cards; Enter opens the first, arrow keys move between cards.
 */
public final class StudiesPage extends VBox implements AutoCloseable {
    private static final double CARD = 200;
    private static final double PICTURE = 102;

    /** Width of the names of rows and the gap beside them, in logical pixels. */
    private static final double NAMES = 144;

    private final VBox list = new VBox(12);
    private final TextField search = new TextField();
    private final Label count = new Label();
    private final List<Card> cards = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final StudyThumbnails thumbnails;

    private record Card(Kind<Study> study, Button button) {}

    private record Row(Node line, List<Card> cards) {}

    /**
     * Makes the page, hidden.
     *
     * @param chosen receives the id of the study to open
     * @param back leaves the page without a choice
     */
    public StudiesPage(
            WindowModel model, Background background, StudyPlayer player, Consumer<String> chosen, Runnable back) {
        thumbnails = new StudyThumbnails(model, background, player);
        setId("studies-page");
        getStyleClass().add("studies-page");
        search.setId("studies-search");
        search.setPromptText(Words.text("ui.studies.ask"));
        Buttons.explain(search, Words.text("ui.studies.search"), Words.text("ui.studies.search.help"));
        search.setOnAction(_ ->
                visible().stream().findFirst().ifPresent(card -> card.button().fire()));
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                visible().stream().findFirst().ifPresent(card -> card.button().requestFocus());
                event.consume();
            }
        });
        var title = new Label(Words.text("ui.studies.title"));
        title.getStyleClass().add("page-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        count.setId("studies-count");
        count.getStyleClass().add("mute");
        count.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var leave =
                Buttons.pill("studies-back", Words.text("ui.studies.back"), Words.text("ui.studies.back.help"), back);
        leave.setMinWidth(Region.USE_PREF_SIZE);
        var head = new HBox(16, title, search, count, gap, leave);
        head.setAlignment(Pos.CENTER_LEFT);
        for (var part : Course.rows()) {
            var row = row(part, chosen);
            rows.add(row);
            list.getChildren().add(row.line());
        }
        search.textProperty().subscribe(this::filter);
        var scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(head, scroll);
        setVisible(false);
        visibleProperty().subscribe(shown -> {
            thumbnails.want(shown);
            if (shown) {
                search.clear();
                search.requestFocus();
            }
        });
    }

    private Row row(Course.Part part, Consumer<String> chosen) {
        var title = new Label(part.title());
        title.getStyleClass().add("row-title");
        var about = new Label(part.about());
        about.getStyleClass().add("mute");
        about.setWrapText(true);
        var says = new VBox(4, title, about);
        says.getStyleClass().add("row-says");
        var pane = new FlowPane(12, 12);
        pane.prefWrapLengthProperty().bind(list.widthProperty().subtract(NAMES));
        HBox.setHgrow(pane, Priority.ALWAYS);
        var of = new ArrayList<Card>();
        for (var study : part.studies()) {
            var card = new Card(study, button(study, chosen));
            of.add(card);
            pane.getChildren().add(card.button());
        }
        cards.addAll(of);
        return new Row(new HBox(16, says, pane), of);
    }

    private Button button(Kind<Study> study, Consumer<String> chosen) {
        var picture = thumbnails.view(study.id());
        picture.setFitWidth(CARD - 2);
        picture.setFitHeight(PICTURE);
        var frame = new HBox(picture);
        frame.getStyleClass().add("card-picture");
        var question = new Label(Course.question(study));
        question.getStyleClass().add("card-question");
        question.setWrapText(true);
        question.setMinHeight(Region.USE_PREF_SIZE);
        var name = new Label(Words.written(study.title()));
        name.getStyleClass().add("card-name");
        var gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        var says = new VBox(question, gap, name);
        says.getStyleClass().add("card-says");
        VBox.setVgrow(says, Priority.ALWAYS);
        var button = Buttons.explain(
                new Button("", new VBox(frame, says)), Course.question(study), Words.written(study.help()));
        button.setId("study-card-" + study.id());
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().setAll("button", "study-card");
        button.setOnAction(_ -> chosen.accept(study.id()));
        button.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (step(button, event.getCode())) {
                event.consume();
            }
        });
        return button;
    }

    /** Moves the focus from a card by a key; returns whether it is such a key. */
    private boolean step(Button from, KeyCode key) {
        var shown = visible().stream().map(Card::button).toList();
        int at = shown.indexOf(from);
        switch (key) {
            case LEFT -> shown.get(Math.max(0, at - 1)).requestFocus();
            case RIGHT -> shown.get(Math.min(shown.size() - 1, at + 1)).requestFocus();
            case DOWN -> beside(from, shown.subList(at, shown.size())).ifPresent(Node::requestFocus);
            case UP ->
                beside(from, shown.subList(0, at).reversed()).ifPresentOrElse(Node::requestFocus, search::requestFocus);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The nearest card in the adjacent line; {@code others} are the cards in one direction, nearest first. */
    private static Optional<Button> beside(Button from, List<Button> others) {
        var place = from.localToScene(0, 0);
        var away = others.stream()
                .filter(card -> card.localToScene(0, 0).getY() != place.getY())
                .toList();
        return away.stream()
                .filter(card -> card.localToScene(0, 0).getY()
                        == away.getFirst().localToScene(0, 0).getY())
                .min(Comparator.comparingDouble(
                        card -> Math.abs(card.localToScene(0, 0).getX() - place.getX())));
    }

    private List<Card> visible() {
        return cards.stream().filter(card -> card.button().isVisible()).toList();
    }

    private void filter(String typed) {
        for (var row : rows) {
            boolean any = false;
            for (var card : row.cards()) {
                boolean matches = Course.matches(card.study(), typed);
                show(card.button(), matches);
                any |= matches;
            }
            show(row.line(), any);
        }
        int left = visible().size();
        count.setText(left == 0 ? Words.text("ui.studies.none", typed) : Words.text("ui.studies.count", left));
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    @Override
    public void close() {
        thumbnails.close();
    }
}
