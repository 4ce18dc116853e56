package scorescope.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.HBox;

/**
 * A row that hides parts in a given order if space is short, instead of cutting them off. It requests no minimum width
 * from its parent: a window may be narrower than the whole row.
 */
public class FoldingRow extends HBox {
    private final List<Consumer<Boolean>> folds = new ArrayList<>();
    private boolean stale = true;

    /** The width for which the parts shown were chosen. */
    private double fitted;

    /** The width that the parts shown needed then; another one means that their contents or styles have changed. */
    private double needed;

    /** The next part to be left out: {@code fold} hides it if true and shows it if false. */
    public final void foldNext(Consumer<Boolean> fold) {
        folds.add(fold);
    }

    /**
     * Called when the row's content has become wider or narrower: the parts that fit are determined again at the next
     * layout.
     */
    public final void refold() {
        stale = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        // Only if something has changed, since hiding and showing parts requests another layout.
        if (stale || getWidth() != fitted || super.computeMinWidth(-1) != needed) {
            stale = false;
            fitted = getWidth();
            folds.forEach(fold -> fold.accept(false));
            for (int k = 0; k < folds.size() && super.computeMinWidth(-1) > getWidth(); k++) {
                folds.get(k).accept(true);
            }
            needed = super.computeMinWidth(-1);
        }
        super.layoutChildren();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.max(super.computeMinWidth(height), 0);
    }
}
