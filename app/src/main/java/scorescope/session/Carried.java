package scorescope.session;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Contents of files embedded in a session, by their SHA-256 in lower-case hexadecimal. Immutable; two are equal if they
 * contain the same hashes.
 */
public final class Carried {
    public static final Carried NOTHING = new Carried(new TreeMap<>());

    private final SortedMap<String, byte[]> bytes;

    private Carried(SortedMap<String, byte[]> bytes) {
        this.bytes = bytes;
    }

    /** The bytes with this hash, if they are embedded; a copy. */
    public Optional<byte[]> bytes(String sha256) {
        return Optional.ofNullable(bytes.get(sha256)).map(byte[]::clone);
    }

    /** The same with further bytes. */
    public Carried with(byte[] more) {
        var all = new TreeMap<>(bytes);
        all.put(sha256(more), more.clone());
        return new Carried(all);
    }

    public Set<String> hashes() {
        return Set.copyOf(bytes.keySet());
    }

    public boolean isEmpty() {
        return bytes.isEmpty();
    }

    /** The hash of {@code bytes}, as a session names it. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Carried carried && bytes.keySet().equals(carried.bytes.keySet());
    }

    @Override
    public int hashCode() {
        return bytes.keySet().hashCode();
    }

    @Override
    public String toString() {
        return "Carried" + bytes.keySet();
    }
}
