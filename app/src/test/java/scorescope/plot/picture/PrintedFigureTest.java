package scorescope.plot.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scorescope.core.Watcher;
import scorescope.plot.export.Contents;
import scorescope.plot.export.ExportCatalog;
import scorescope.plot.export.ExportOptions;
import scorescope.plot.export.FigurePixels;
import scorescope.plot.export.FigureSurvey;
import scorescope.plot.figure.Figure;
import scorescope.plot.paint.RecordingPainter;
import scorescope.plot.paint.Style;
import scorescope.plot.scene.Findings;
import scorescope.session.FigurePanel;
import scorescope.session.FigureSpec;
import scorescope.session.Letters;
import scorescope.session.Patch;
import scorescope.session.Session;
import scorescope.session.SessionDefaults;
import scorescope.session.codec.Patches;

/** A figure has the type, lines, letters, background and contents that its session states. */
final class PrintedFigureTest {
    private static final double POINTS_PER_MM = 72 / 25.4;

    @TempDir
    Path folder;

    private static Session session(String... layers) {
        var opening = SessionDefaults.opening();
        return opening.withView(opening.view().withLayers(List.of(layers)))
                .withFigure(new FigureSpec("85mm", List.of(FigurePanel.of(Patch.NONE), FigurePanel.of(Patch.NONE))));
    }

    private static Figure figure(Session session) {
        return Pictures.of(session, Findings.NONE);
    }

    /** Two millimetres above the plot, at its left edge, whatever the size of panel and type. */
    @ParameterizedTest
    @CsvSource({"60mm, 6", "85mm, 8", "183mm, 8", "183mm, 12"})
    void aLetterStandsAtAFixedPlaceOverItsPanel(String width, double type) {
        var spec = session("quiver").figure();
        var print = spec.print().withLetters(Letters.BRACKETED);
        var figure = figure(Patches.apply(
                session("quiver").withFigure(spec.withWidth(width).withPrint(print)), Patch.of("figure.type", type)));
        var painter = new RecordingPainter();
        figure.draw(painter);
        for (int i = 0; i < 2; i++) {
            var text = painter.of("text").get(painter.texts.indexOf(i == 0 ? "(a)" : "(b)"));
            var place = figure.panels().get(i).place();
            assertEquals(2 * POINTS_PER_MM, place.top() - text.y()[0], 1e-9);
            assertEquals(place.left(), text.x()[0], 1e-9);
        }
    }

    @Test
    void typeAndLinesHaveTheSizesAskedFor() {
        var usual = FigureSurvey.of(figure(session("contours")));
        var other = FigureSurvey.of(figure(
                Patches.apply(session("contours"), Patch.of("figure.type", 12).with("figure.line", 1))));
        assertEquals(usual.smallestType() * 12 / 8, other.smallestType(), 1e-9);
        assertEquals(2 * usual.thinnestLine(), other.thinnestLine(), 1e-9);
        assertEquals(Style.PAPER, Style.printed(8, 0.5));
    }

    @Test
    void nothingIsDrawnUnderATransparentFigure() {
        var usual = FigurePixels.of(figure(session("quiver")), 1);
        var clear = FigurePixels.of(figure(Patches.apply(session("quiver"), Patch.of("figure.background", "none"))), 1);
        assertEquals(0xffffffff, usual.argb()[0]);
        assertEquals(0, clear.argb()[0]);
        assertTrue(java.util.Arrays.stream(clear.argb()).anyMatch(argb -> argb >>> 24 > 200));
    }

    /** A cancelled export writes no file and leaves the old one unchanged. */
    @Test
    void aCancelledExportLeavesNoFile() throws IOException {
        Watcher cancelled = new Watcher() {
            @Override
            public boolean cancelled() {
                return true;
            }
        };
        for (var format : ExportCatalog.formats()) {
            var file = folder.resolve("cancelled." + format.extension());
            var old = Files.writeString(folder.resolve("old." + format.extension()), "old");
            assertThrows(
                    CancellationException.class,
                    () -> cancelled.during(() -> Exports.write(
                            session("contours"), Optional.empty(), file, 100, Contents.SESSION_AND_DATA)));
            assertThrows(
                    CancellationException.class,
                    () -> cancelled.during(() ->
                            Exports.write(session("contours"), Optional.empty(), old, 100, Contents.SESSION_AND_DATA)));
            assertEquals("old", Files.readString(old));
        }
        try (var left = Files.list(folder)) {
            assertEquals(ExportCatalog.formats().size(), left.count());
        }
    }

    /** Every format asks for the alternative text while it is encoded; someone cancels at that moment. */
    @Test
    void anExportCancelledWhileItIsEncodedLeavesNoFile() throws IOException {
        for (var format : ExportCatalog.formats()) {
            var encoding = new AtomicBoolean();
            Watcher late = new Watcher() {
                @Override
                public boolean cancelled() {
                    return encoding.get();
                }
            };
            var figure = figure(session("contours")).described(() -> {
                encoding.set(true);
                return "";
            });
            var file = folder.resolve("late." + format.extension());
            assertThrows(
                    CancellationException.class,
                    () -> late.during(
                            () -> ExportCatalog.write(figure, file, new ExportOptions(100, Optional.empty(), false))));
            assertTrue(encoding.get(), format.extension());
        }
        try (var left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }
}
