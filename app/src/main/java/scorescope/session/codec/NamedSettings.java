package scorescope.session.codec;

import java.util.LinkedHashMap;
import java.util.Map;
import scorescope.core.parameter.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Settings of layers or studies by name, {@code {"quiver": {"scaling": "length"}}}. Values are not checked here.
 */
final class NamedSettings {
    private NamedSettings() {}

    static Map<String, Parameters> read(Keys keys) {
        var settings = new LinkedHashMap<String, Parameters>();
        for (String layer : keys.object().propertyNames()) {
            keys.object(layer).ifPresent(own -> settings.put(layer, values(own)));
        }
        return settings;
    }

    private static Parameters values(Keys own) {
        var values = new LinkedHashMap<String, Object>();
        for (String key : own.object().propertyNames()) {
            JsonNode value = own.object().get(key);
            values.put(key, value.isString() ? value.stringValue() : Json.number(value, own.at(key)));
        }
        return new Parameters(values);
    }

    static void write(Map<String, Parameters> settings, ObjectNode node) {
        settings.forEach((layer, values) -> {
            var own = node.putObject(layer);
            values.given().forEach((key, value) -> {
                switch (value) {
                    case Long whole -> own.put(key, whole);
                    case Double real -> own.put(key, real);
                    default -> own.put(key, value.toString());
                }
            });
        });
    }
}
