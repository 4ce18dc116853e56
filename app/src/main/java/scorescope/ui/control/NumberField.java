package scorescope.ui.control;

import java.util.Locale;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * An exact number to type. Enter or leaving the field takes it; Escape gives the old one back; ↑ ↓ nudge it. What
 * is not a number is marked and not taken.
 */
public final class NumberField extends TextField {
    private final DoubleConsumer taken;
    private DoubleFunction<String> standing = NumberField::format;
    private double value;

    /** @param taken told a new number, never NaN */
    public NumberField(String id, DoubleConsumer taken) {
        this.taken = taken;
        setId(id);
        setOnAction(event -> take());
        focusedProperty().subscribe((before, focused) -> {
            if (focused) {
                setText(format(value));
            } else {
                take();
                setText(standing.apply(value));
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        textProperty().subscribe(text -> mark(parse(text).isNaN()));
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
        standing = NumberField::twoDecimals;
        write();
        return this;
    }

    private void write() {
        setText(isFocused() ? format(value) : standing.apply(value));
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            setText(format(value));
        } else if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
            nudge(event.getCode() == KeyCode.UP ? 1 : -1, event.isShiftDown() ? 0.1 : 1);
        } else {
            return;
        }
        event.consume();
    }

    /** One unit in the second significant place, so that a nudge is felt at any size. */
    private void nudge(int direction, double fineness) {
        double size = Math.abs(value);
        double unit = size == 0 ? 0.1 : Math.pow(10, Math.floor(Math.log10(size)) - 1) * 5;
        double step = isWhole() ? Math.max(1, Math.rint(unit)) : unit * fineness;
        offer(Math.rint((value + direction * step) * 1e9) / 1e9);
    }

    private boolean isWhole() {
        return getStyleClass().contains("whole");
    }

    private void take() {
        var typed = parse(getText());
        if (typed.isNaN()) {
            setText(format(value));
        } else if (!getText().strip().equals(format(value))
                && !getText().strip().equals(standing.apply(value))) {
            offer(typed);
        }
    }

    /** The owner decides: it shows the number again if it takes it; else the old one comes back. */
    private void offer(double offered) {
        taken.accept(offered);
        setText(format(value));
    }

    private void mark(boolean bad) {
        getStyleClass().remove("bad");
        if (bad) {
            getStyleClass().add("bad");
        }
    }

    private static Double parse(String text) {
        try {
            double number = Double.parseDouble(text.strip().replace('−', '-').replace(',', '.'));
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    /** Up to six significant digits, no trailing zeros, no exponent where it can be avoided. */
    public static String format(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e9) {
            return minus(Long.toString((long) number));
        }
        var shown = new java.math.BigDecimal(number)
                .round(new java.math.MathContext(6))
                .stripTrailingZeros();
        return minus(Math.abs(number) < 1e-5 || Math.abs(number) >= 1e9 ? shown.toString() : shown.toPlainString());
    }

    /** A number too small for two decimals is written 1e−3. */
    private static String twoDecimals(double number) {
        if (number != 0 && Math.abs(number) < 0.005) {
            return minus(String.format(Locale.ROOT, "%.0e", number).replace("e-0", "e-"));
        }
        if (Math.abs(number) >= 100) {
            return format(number);
        }
        String rounded = String.format(Locale.ROOT, "%.2f", number);
        return rounded.equals("-0.00") ? "0.00" : minus(rounded);
    }

    private static String minus(String written) {
        return written.replace('-', '−');
    }
}
