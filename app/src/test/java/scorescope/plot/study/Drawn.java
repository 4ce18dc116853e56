package scorescope.plot.study;

import java.util.Arrays;
import java.util.List;
import scorescope.plot.paint.RecordingPainter;

/** Painted shapes as text, for comparing two drawings. */
public final class Drawn {
    private Drawn() {}

    public static List<String> of(RecordingPainter painter) {
        var calls = painter.calls.stream()
                .map(call -> call.kind() + Arrays.toString(call.x()) + Arrays.toString(call.y()) + call.color())
                .toList();
        return java.util.stream.Stream.concat(calls.stream(), painter.texts.stream())
                .toList();
    }
}
