package scorescope.ui;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import scorescope.ui.study.StudiesPage;

/** Shows the page of studies in place of the stage and the inspector. The page is created when first used. */
final class StudiesPlace implements AutoCloseable {
    private final AppContext context;
    private final Node content;
    private final StackPane place;
    private Optional<StudiesPage> page = Optional.empty();

    /**
     * @param content node shown without the page
     */
    StudiesPlace(AppContext context, Node content) {
        this.context = context;
        this.content = content;
        place = new StackPane(content);
    }

    Node node() {
        return place;
    }

    boolean shown() {
        return page.filter(Node::isVisible).isPresent();
    }

    void show(boolean wanted) {
        if (wanted && page.isEmpty()) {
            var made = new StudiesPage(
                    context.model(), context.background(), context.studies(), this::open, () -> show(false));
            page = Optional.of(made);
            place.getChildren().add(made);
        }
        page.ifPresent(made -> made.setVisible(wanted));
        content.setVisible(!wanted);
    }

    void open(String study) {
        show(false);
        context.studies().show(Optional.of(study));
    }

    /** Goes from the study shown to another one of the course, and closes the page. */
    boolean turn(int by) {
        show(false);
        return context.studies().turn(by);
    }

    @Override
    public void close() {
        page.ifPresent(StudiesPage::close);
    }
}
