package scorescope.ui.control;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;

/**
 * A field for an exact number. Enter or leaving the field accepts it; Escape restores the old one; ↑ ↓ change it by
 * five units of its second significant digit. Text that is not a number is marked and not accepted.
 *
 * <p>While it is edited the field holds all digits. At rest it shows as many as fit; if some are missing, its
 * explanation begins with all of them, and a rounded whole part is marked by ≈.
 */
public final class NumberField extends TextField {
    /** Room that the caret needs beside the text, in points. */
    private static final double CARET = 2;

    private final DoubleConsumer onNumber;
    private DoubleFunction<List<String>> forms = Digits::forms;
    private String explanation = "";
    private boolean writing;
    private final Text measure = new Text();
    private double value;

    /** @param onNumber receives a new number, never NaN */
    public NumberField(String id, DoubleConsumer onNumber) {
        this.onNumber = onNumber;
        setId(id);
        setOnAction(event -> take());
        focusedProperty().subscribe((before, focused) -> {
            if (focused) {
                setText(Digits.exact(value));
            } else {
                take();
                write();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        textProperty().subscribe(text -> mark(parse(text).isNaN()));
        accessibleHelpProperty().subscribe(given -> {
            if (!writing && given != null) {
                explanation = given;
                write();
            }
        });
        for (var size : List.of(widthProperty(), insetsProperty(), fontProperty())) {
            size.addListener((_, _, _) -> write());
        }
    }

    /** Shows {@code shown}, unless a person is typing another number just now. */
    public void show(double shown) {
        boolean changed = shown != value || getText().isEmpty();
        value = shown;
        if (changed) {
            write();
        }
    }

    /** Writes numbers with two decimals while it is not being typed in, so that they stand under each other. */
    public NumberField aligned() {
        decimals(Digits.DECIMALS);
        return this;
    }

    /** The same with at most {@code most} decimals. */
    public void decimals(int most) {
        forms = number -> Digits.alignedForms(number, most);
        write();
    }

    /** The width at which no digit needs to be left out, in points. */
    public double wantedWidth() {
        return width(forms.apply(value).getFirst())
                + getInsets().getLeft()
                + getInsets().getRight()
                + CARET;
    }

    private void write() {
        if (isFocused()) {
            return;
        }
        double room = getWidth() - getInsets().getLeft() - getInsets().getRight() - CARET;
        var all = forms.apply(value);
        String fitting = getWidth() == 0
                ? all.getFirst()
                : all.stream().filter(form -> width(form) <= room).findFirst().orElseGet(all::getLast);
        setText(fitting);
        String whole = Digits.exact(value);
        boolean missing = !Digits.same(fitting, value);
        writing = true;
        setAccessibleHelp(missing ? whole + "\n" + explanation : explanation);
        writing = false;
    }

    private double width(String text) {
        measure.setFont(getFont());
        measure.setText(text);
        return Math.ceil(measure.getLayoutBounds().getWidth());
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            setText(Digits.exact(value));
        } else if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
            nudge(event.getCode() == KeyCode.UP ? 1 : -1, event.isShiftDown() ? 0.1 : 1);
        } else {
            return;
        }
        event.consume();
    }

    /** By five units of the second significant digit, so that a nudge is seen at any size. */
    private void nudge(int direction, double fineness) {
        double size = Math.abs(value);
        double unit = size == 0 ? 0.1 : 5 * Math.pow(10, Math.floor(Math.log10(size)) - 1);
        double step = isWhole() ? Math.max(1, Math.rint(unit)) : unit * fineness;
        // Decimal arithmetic, so that 0.1 + 0.2 is 0.3.
        offer(new BigDecimal(Double.toString(value))
                .add(new BigDecimal(direction * step).round(new MathContext(3)))
                .doubleValue());
    }

    private boolean isWhole() {
        return getStyleClass().contains("whole");
    }

    private void take() {
        var typed = parse(getText());
        if (typed.isNaN()) {
            setText(Digits.exact(value));
        } else if (typed != value && !forms.apply(value).contains(getText())) {
            offer(typed);
        }
    }

    /** Offers the number to the owner, which shows it if it accepts it; otherwise the old one is restored. */
    private void offer(double offered) {
        onNumber.accept(offered);
        setText(Digits.exact(value));
    }

    private void mark(boolean bad) {
        getStyleClass().remove("bad");
        if (bad) {
            getStyleClass().add("bad");
        }
    }

    private static Double parse(String text) {
        try {
            double number = Double.parseDouble(Digits.plain(text));
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }
}
