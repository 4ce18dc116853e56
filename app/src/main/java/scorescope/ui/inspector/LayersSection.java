package scorescope.ui.inspector;

import java.util.List;
import javafx.scene.control.CheckBox;
import scorescope.plot.LayerCatalog;
import scorescope.session.Session.View;
import scorescope.ui.control.Buttons;
import scorescope.ui.model.WorkbenchModel;

/** What is drawn of the plane: one box a layer, in the order they are drawn. */
final class LayersSection {
    private final Section section;

    LayersSection(WorkbenchModel model, boolean open) {
        List<CheckBox> boxes = LayerCatalog.entries().stream()
                .map(entry -> {
                    var box = Buttons.explain(new CheckBox(entry.title()), entry.title(), entry.help());
                    box.setId("layer-" + entry.id());
                    box.setUserData(entry.id());
                    box.setOnAction(event -> toggle(model, entry.id(), box.isSelected()));
                    return box;
                })
                .toList();
        section = new Section("layers", "Layers", open, boxes.toArray(CheckBox[]::new));
        model.sessionProperty().map(session -> session.view().layers()).subscribe(shown -> {
            boxes.forEach(box -> box.setSelected(shown.contains((String) box.getUserData())));
            section().summaryProperty().set(shown.size() + " shown");
        });
    }

    Section section() {
        return section;
    }

    private static void toggle(WorkbenchModel model, String id, boolean on) {
        model.edit(session -> {
            var view = session.view();
            var layers = LayerCatalog.ids().stream()
                    .filter(layer -> layer.equals(id) ? on : view.layers().contains(layer))
                    .toList();
            return session.withView(new View(view.x0(), view.x1(), view.y0(), view.y1(), layers, view.colorMap()));
        });
    }
}
