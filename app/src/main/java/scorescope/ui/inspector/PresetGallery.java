package scorescope.ui.inspector;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.TilePane;
import scorescope.core.density.DensityCatalog;
import scorescope.session.DensitySpec;
import scorescope.ui.background.Background;
import scorescope.ui.background.Cores.Work;
import scorescope.ui.control.Buttons;
import scorescope.ui.control.RovingFocus;
import scorescope.ui.model.WindowModel;
import scorescope.ui.preference.Theme;
import scorescope.words.Words;

/** Buttons with small pictures of all presets, drawn in the background once per theme. */
final class PresetGallery extends TilePane {
    private static final double TILE = 36;

    private final WindowModel model;
    private final Background background;
    private final Map<String, ToggleButton> tiles = new LinkedHashMap<>();
    private final RovingFocus roving = new RovingFocus(false);
    private final Map<Theme, CompletableFuture<Map<String, int[]>>> pictures = new EnumMap<>(Theme.class);

    PresetGallery(WindowModel model, Background background) {
        this.model = model;
        this.background = background;
        setId("presets");
        getStyleClass().add("preset-gallery");
        setHgap(4);
        setVgap(4);
        setPrefColumns(6);
        for (var kind : DensityCatalog.CATALOG.kinds()) {
            var tile = Buttons.explain(
                    new ToggleButton(),
                    Words.written(kind.title()),
                    Words.text("ui.preset-gallery.explained", Words.written(kind.title()), Words.written(kind.help())));
            tile.setId("gallery-" + kind.id());
            tile.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            var picture = new ImageView();
            picture.setFitWidth(TILE);
            picture.setFitHeight(TILE);
            tile.setGraphic(picture);
            tile.setOnAction(event -> {
                model.edit(s -> s.withDensity(new DensitySpec.Preset(kind.id())));
                select();
            });
            tiles.put(kind.id(), tile);
            roving.add(tile);
            getChildren().add(tile);
        }
        model.sessionProperty().subscribe(session -> select());
        model.preferences().themeProperty().subscribe(theme -> {
            var unused = pictures(theme)
                    .thenAccept(drawn -> Platform.runLater(() -> {
                        if (model.preferences().theme() == theme) {
                            show(drawn);
                        }
                    }));
        });
    }

    private CompletableFuture<Map<String, int[]>> pictures(Theme theme) {
        return pictures.computeIfAbsent(
                theme,
                _ -> background.once(
                        Work.THUMBNAILS,
                        () -> PresetThumbnails.draw(theme.palette().dark())));
    }

    /** Selects the tile of the session's preset, if it has one. */
    private void select() {
        String present = model.session().density() instanceof DensitySpec.Preset preset ? preset.name() : "";
        tiles.forEach((id, tile) -> {
            tile.setSelected(id.equals(present));
            if (tile.isSelected()) {
                roving.stopAt(tile);
            }
        });
    }

    private void show(Map<String, int[]> drawn) {
        int side = PresetThumbnails.SIDE;
        drawn.forEach((id, pixels) -> {
            var image = new WritableImage(side, side);
            image.getPixelWriter().setPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), pixels, 0, side);
            ((ImageView) tiles.get(id).getGraphic()).setImage(image);
        });
    }

    /** Waits for the pictures: for snapshots of the window, which have no pulses. */
    void drawNow() {
        show(pictures(model.preferences().theme()).join());
    }
}
