package scorescope.session.codec;

import java.util.Base64;
import scorescope.core.BadInputException;
import scorescope.session.Carried;
import scorescope.words.Words;
import tools.jackson.databind.node.ObjectNode;

/** The {@code carried} section: embedded contents of files in base64, by their SHA-256. */
final class CarriedJson {
    private static final String KEY = "carried";

    private CarriedJson() {}

    static Carried read(Keys keys) {
        return keys.object(KEY).map(CarriedJson::all).orElse(Carried.NOTHING);
    }

    private static Carried all(Keys keys) {
        var carried = Carried.NOTHING;
        for (String hash : keys.object().propertyNames()) {
            String place = keys.at(Json.shortened(hash));
            byte[] bytes;
            try {
                bytes = Base64.getDecoder().decode(keys.text(hash).orElse(""));
            } catch (IllegalArgumentException damaged) {
                throw new BadInputException(
                        place,
                        Words.text("session.no-base64", damaged.getMessage()),
                        Words.text("session.restore-or-export"));
            }
            if (!Carried.sha256(bytes).equals(hash)) {
                throw new BadInputException(
                        place, Words.text("session.bytes-altered"), Words.text("session.restore-or-export"));
            }
            carried = carried.with(bytes);
        }
        return carried;
    }

    static void write(Carried carried, ObjectNode tree) {
        if (!carried.isEmpty()) {
            var node = tree.putObject(KEY);
            carried.hashes().stream().sorted().forEach(hash -> carried.bytes(hash)
                    .ifPresent(bytes -> node.put(hash, Base64.getEncoder().encodeToString(bytes))));
        }
    }
}
