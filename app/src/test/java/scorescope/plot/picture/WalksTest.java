package scorescope.plot.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scorescope.plot.layer.LayerCatalog;
import scorescope.plot.paint.Painter;
import scorescope.plot.paint.Typeface;
import scorescope.plot.scene.Findings;

/** A mark of a figure reaches its painter through packages of which none comes twice. */
final class WalksTest {
    private static final String PROGRAM = "scorescope.";

    @TempDir
    Path folder;

    @Test
    void fromTheFigureToThePainterNoPackageComesTwice() throws IOException {
        var session = LearnedSession.in(folder);
        var walks = new LinkedHashSet<List<String>>();
        var painter = watched(walks);
        var layers = LayerCatalog.CATALOG.ids();
        Pictures.of(session.withView(session.view().withLayers(layers)), Findings.NONE)
                .draw(painter);
        var study = session.view().study().showing(Optional.of("schedules"));
        Pictures.of(session.withView(session.view().withStudy(study)), Findings.NONE)
                .draw(painter);
        assertTrue(walks.stream().anyMatch(walk -> walk.contains("plot.layer")), walks::toString);
        var twice = walks.stream()
                .filter(walk -> new HashSet<>(walk).size() < walk.size())
                .toList();
        assertEquals(List.of(), twice);
    }

    /** A painter that notes through which packages each call comes. */
    private static Painter watched(Set<List<String>> walks) {
        return (Painter) Proxy.newProxyInstance(
                Painter.class.getClassLoader(), new Class<?>[] {Painter.class}, (proxy, method, arguments) -> {
                    walks.add(StackWalker.getInstance().walk(WalksTest::packages));
                    if (method.isDefault()) {
                        return InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    return method.getReturnType() == double.class
                            ? Typeface.width((String) arguments[0], (double) arguments[1], (boolean) arguments[2])
                            : null;
                });
    }

    /** Packages from the figure down, neighbours that are equal once. */
    private static List<String> packages(Stream<StackWalker.StackFrame> frames) {
        var packages = new ArrayList<String>();
        frames.map(StackWalker.StackFrame::getClassName)
                .filter(name -> name.startsWith(PROGRAM) && !name.startsWith(WalksTest.class.getName()))
                .map(name -> name.substring(PROGRAM.length(), name.lastIndexOf('.')))
                .forEach(one -> {
                    if (packages.isEmpty() || !packages.getLast().equals(one)) {
                        packages.add(one);
                    }
                });
        return packages.reversed();
    }
}
