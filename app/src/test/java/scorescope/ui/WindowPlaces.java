package scorescope.ui;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ButtonBase;
import scorescope.plot.study.StudyCatalog;
import scorescope.ui.inspector.Inspector;
import scorescope.ui.model.Message;

/** Walks through a window and looks at every place of it, called by its name. */
final class WindowPlaces {
    private WindowPlaces() {}

    /** The pages of the inspector, also with what is folded away on them unfolded, beside the stage and beside a study. */
    static void pages(LaidOutWindow opened, Consumer<String> look) {
        var inspector = opened.window().inspector();
        opened.context().studies().show(Optional.of(StudyCatalog.CATALOG.ids().getFirst()));
        look.accept("a study");
        inspector.show(Inspector.Page.STUDY);
        look.accept("study");
        opened.context().studies().show(Optional.empty());
        for (var page : Inspector.Page.values()) {
            inspector.show(page);
            look.accept(page.id());
            for (var node : opened.scene().getRoot().lookupAll(".more")) {
                if (node instanceof ButtonBase more && more.isVisible()) {
                    more.fire();
                }
            }
            look.accept(page.id() + " unfolded");
        }
        inspector.fold();
        look.accept("folded");
        inspector.show(Inspector.Page.SCENE);
    }

    /** What takes the place of the stage or lies above it. */
    static void others(LaidOutWindow opened, Consumer<String> look) {
        var window = opened.window();
        window.showStudies();
        look.accept("studies");
        window.leave();
        window.showPalette();
        look.accept("palette");
        window.showPalette();
        window.welcome();
        look.accept("first start");
        ((ButtonBase) opened.scene().lookup("#first-later")).fire();
        String place = "/a/folder/with/a/long/name".repeat(6) + ": no space left; free some or choose another";
        for (var message : new Message[] {Message.note("saved"), Message.problem(place)}) {
            opened.context().model().show(message.offering(new Message.Remedy("Save as", () -> {})));
            look.accept("message");
        }
        opened.context().model().dismissMessage();
        opened.context().training().start();
        look.accept("training");
        opened.context().training().pause();
        look.accept("paused");
        window.present();
        look.accept("presenter");
        window.present();
        window.compose();
        look.accept("composer");
    }
}
