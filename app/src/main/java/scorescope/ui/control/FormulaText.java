package scorescope.ui.control;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import scorescope.plot.paint.Formula;

/** Words with subscripts and superscripts, such as the name of a parameter with its symbol. */
public final class FormulaText extends TextFlow {
    private static final double SIZE = 13;
    private static final double SMALL = 12;
    private static final double DROP = 3;
    private static final double RISE = -4;

    /** A subscript without braces, as symbols are declared. */
    private static final Pattern BARE = Pattern.compile("_([^_{}\\s]+)");

    public FormulaText(String source) {
        for (var run : parsed(source).runs()) {
            var text = new Text(run.text());
            text.getStyleClass().add("formula");
            boolean base = run.place() == Formula.Place.BASE;
            text.setFont(Font.font("Inter", base ? SIZE : SMALL));
            text.setTranslateY(base ? 0 : run.place() == Formula.Place.SUBSCRIPT ? DROP : RISE);
            getChildren().add(text);
        }
    }

    /** What is written, subscripts run in. */
    public String written() {
        return getChildren().stream().map(run -> ((Text) run).getText()).collect(Collectors.joining());
    }

    /** The same of a source, for screen readers. */
    public static String plain(String source) {
        return parsed(source).plain();
    }

    private static Formula parsed(String source) {
        return Formula.parse(BARE.matcher(source).replaceAll("_{$1}"));
    }
}
