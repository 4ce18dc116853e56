package scorescope.session.codec;

import java.util.ArrayList;
import java.util.List;
import scorescope.core.BadInputException;
import scorescope.core.guidance.Guidance;
import scorescope.core.guidance.Measurement;
import scorescope.core.parameter.Ranges;
import scorescope.session.Conditioning;
import scorescope.words.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The sections {@code guidance} and {@code measurement}. */
final class ConditioningReader {
    static final String GUIDANCE = "guidance";
    static final String MEASUREMENT = "measurement";
    private static final String LABEL = "label";
    private static final String MATRIX = "matrix";
    private static final String VALUE = "value";

    private ConditioningReader() {}

    static Conditioning read(Keys keys) {
        return new Conditioning(
                keys.object(GUIDANCE).map(ConditioningReader::guidance),
                keys.object(MEASUREMENT).map(ConditioningReader::measurement));
    }

    private static Guidance guidance(Keys keys) {
        keys.allowing(List.of(LABEL, Guidance.WEIGHT.key()));
        String label = keys.text(LABEL)
                .filter(written -> !written.isBlank())
                .orElseThrow(() -> new BadInputException(
                        keys.at(LABEL), Words.text("session.no-label"), Words.text("session.name-label")));
        return new Guidance(label, keys.real(Guidance.WEIGHT, Guidance.WEIGHT.standard()));
    }

    private static Measurement measurement(Keys keys) {
        keys.allowing(List.of(MATRIX, VALUE, Measurement.STD.key()));
        var rows = keys.list(MATRIX, 2).orElse(List.of());
        var values = keys.list(VALUE, 2).orElse(List.of());
        if (rows.isEmpty()) {
            throw new BadInputException(
                    keys.at(MATRIX), Words.text("session.no-matrix"), Words.text("session.write-measurement"));
        }
        if (values.size() != rows.size()) {
            throw new BadInputException(
                    keys.at(VALUE),
                    Words.text("session.values-for-rows", values.size(), rows.size()),
                    Words.text("session.write-measurement"));
        }
        var matrix = new ArrayList<List<Double>>();
        var value = new ArrayList<Double>();
        for (int i = 0; i < rows.size(); i++) {
            String place = keys.at(MATRIX) + "[" + i + "]";
            double[] row = SessionReader.near(Json.pair(rows.get(i), place), place);
            if (row[0] == 0 && row[1] == 0) {
                throw new BadInputException(
                        place, Words.text("session.row-of-zeros"), Words.text("session.write-measurement"));
            }
            matrix.add(List.of(row[0], row[1]));
            value.add(number(values.get(i), keys.at(VALUE) + "[" + i + "]"));
        }
        return new Measurement(matrix, value, keys.real(Measurement.STD, Measurement.STD.standard()));
    }

    private static double number(JsonNode node, String place) {
        if (!node.isNumber()) {
            throw new BadInputException(
                    place,
                    Words.text("session.no-number", Json.describe(node)),
                    Words.text("session.write-measurement"));
        }
        return Ranges.coordinate(node.doubleValue(), place);
    }

    static void write(Conditioning conditioning, ObjectNode tree) {
        conditioning.guidance().ifPresent(guidance -> tree.putObject(GUIDANCE)
                .put(LABEL, guidance.label())
                .put(Guidance.WEIGHT.key(), guidance.weight()));
        conditioning.measurement().ifPresent(measurement -> write(measurement, tree.putObject(MEASUREMENT)));
    }

    private static void write(Measurement measurement, ObjectNode node) {
        var matrix = node.putArray(MATRIX);
        measurement.matrix().forEach(row -> row.forEach(matrix.addArray()::add));
        measurement.value().forEach(node.putArray(VALUE)::add);
        node.put(Measurement.STD.key(), measurement.std());
    }
}
