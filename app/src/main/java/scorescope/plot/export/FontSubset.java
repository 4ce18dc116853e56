package scorescope.plot.export;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A TrueType font with only the glyphs of some characters, small enough to travel inside a figure. Glyphs are
 * renumbered; kerning, ligatures and hints are left out.
 *
 * @see <a href="https://learn.microsoft.com/typography/opentype/spec/otff">OpenType, the font file</a>
 */
final class FontSubset {
    private static final long CHECKSUM_OF_FONT = 0xB1B0AFBAL;
    private static final int ADJUSTMENT = 8;

    // Flags of the parts of a composite glyph.
    private static final int WORDS = 0x1;
    private static final int SCALE = 0x8;
    private static final int MORE = 0x20;
    private static final int TWO_SCALES = 0x40;
    private static final int MATRIX = 0x80;
    private static final int INSTRUCTIONS = 0x100;

    private final Map<String, ByteBuffer> tables = new TreeMap<>();
    /** Old glyph numbers, indexed by the new ones; glyph 0 is drawn for missing characters. */
    private final List<Integer> glyphs = new ArrayList<>(List.of(0));

    private FontSubset(byte[] font) {
        var in = ByteBuffer.wrap(font);
        int count = in.getShort(4);
        for (int i = 0; i < count; i++) {
            int at = 12 + 16 * i;
            var tag = new String(font, at, 4, StandardCharsets.ISO_8859_1);
            tables.put(tag, in.slice(in.getInt(at + 8), in.getInt(at + 12)));
        }
    }

    /** @param characters code points; those that the font lacks are left out */
    static byte[] of(byte[] font, Collection<Integer> characters) {
        return new FontSubset(font).write(characters);
    }

    private byte[] write(Collection<Integer> characters) {
        var numbers = new TreeMap<Integer, Integer>();
        for (int character : new TreeSet<>(characters)) {
            int glyph = glyph(character);
            if (glyph != 0) {
                numbers.put(character, number(glyph));
            }
        }
        var glyf = new ByteArrayOutputStream();
        var ends = new ArrayList<Integer>(List.of(0));
        for (int i = 0; i < glyphs.size(); i++) { // Composite glyphs append their parts to the list.
            glyf.writeBytes(outline(glyphs.get(i)));
            glyf.writeBytes(new byte[-glyf.size() & 3]);
            ends.add(glyf.size());
        }
        var out = new LinkedHashMap<String, byte[]>();
        out.put("OS/2", bytes("OS/2"));
        out.put("cmap", characterMap(numbers));
        out.put("glyf", glyf.toByteArray());
        out.put("head", patched("head", 50, 1));
        out.put("hhea", patched("hhea", 34, glyphs.size()));
        out.put("hmtx", metrics());
        var loca = ByteBuffer.allocate(4 * ends.size());
        ends.forEach(loca::putInt);
        out.put("loca", loca.array());
        out.put("maxp", patched("maxp", 4, glyphs.size()));
        out.put("name", bytes("name"));
        out.put("post", patched("post", 0, 3));
        return file(out);
    }

    private int number(int glyph) {
        int known = glyphs.indexOf(glyph);
        if (known >= 0) {
            return known;
        }
        glyphs.add(glyph);
        return glyphs.size() - 1;
    }

    /**
     * Looks up a glyph in the character map of format 4, which covers the basic multilingual plane; 0 if the font has
     * no such glyph.
     */
    private int glyph(int character) {
        var cmap = tables.get("cmap");
        int count = unsigned(cmap, 2);
        for (int i = 0; i < count; i++) {
            int at = cmap.getInt(4 + 8 * i + 4);
            if (unsigned(cmap, at) == 4 && character < 0xffff) {
                return glyph(cmap, at, character);
            }
        }
        return 0;
    }

    private static int glyph(ByteBuffer cmap, int at, int character) {
        int doubled = unsigned(cmap, at + 6);
        int ends = at + 14;
        int starts = ends + doubled + 2;
        for (int s = 0; s < doubled; s += 2) {
            int start = unsigned(cmap, starts + s);
            if (character <= unsigned(cmap, ends + s)) {
                if (character < start) {
                    return 0;
                }
                int delta = unsigned(cmap, starts + doubled + s);
                int range = starts + 2 * doubled + s;
                int offset = unsigned(cmap, range);
                int glyph = offset == 0 ? character : unsigned(cmap, range + offset + 2 * (character - start));
                return offset != 0 && glyph == 0 ? 0 : (glyph + delta) & 0xffff;
            }
        }
        return 0;
    }

    private byte[] outline(int glyph) {
        var loca = tables.get("loca");
        boolean wide = tables.get("head").getShort(50) == 1;
        int from = wide ? loca.getInt(4 * glyph) : 2 * unsigned(loca, 2 * glyph);
        int to = wide ? loca.getInt(4 * glyph + 4) : 2 * unsigned(loca, 2 * glyph + 2);
        byte[] bytes = new byte[to - from];
        tables.get("glyf").get(from, bytes);
        var outline = ByteBuffer.wrap(bytes);
        if (bytes.length > 0 && outline.getShort(0) < 0) {
            renumberParts(outline);
        }
        return bytes;
    }

    private void renumberParts(ByteBuffer composite) {
        int at = 10;
        int flags;
        do {
            flags = unsigned(composite, at);
            composite.putShort(at, (short) (flags & ~INSTRUCTIONS));
            composite.putShort(at + 2, (short) number(unsigned(composite, at + 2)));
            at += 4 + ((flags & WORDS) != 0 ? 4 : 2);
            at += (flags & SCALE) != 0 ? 2 : (flags & TWO_SCALES) != 0 ? 4 : (flags & MATRIX) != 0 ? 8 : 0;
        } while ((flags & MORE) != 0);
    }

    private byte[] metrics() {
        var old = tables.get("hmtx");
        int full = unsigned(tables.get("hhea"), 34);
        var out = ByteBuffer.allocate(4 * glyphs.size());
        for (int glyph : glyphs) {
            out.putShort(old.getShort(4 * Math.min(glyph, full - 1)));
            out.putShort(old.getShort(glyph < full ? 4 * glyph + 2 : 4 * full + 2 * (glyph - full)));
        }
        return out.array();
    }

    /** A character map of format 4 with one segment per character. */
    private static byte[] characterMap(SortedMap<Integer, Integer> numbers) {
        int segments = numbers.size() + 1;
        int length = 16 + 8 * segments;
        int power = Integer.highestOneBit(segments);
        var out = ByteBuffer.allocate(12 + length);
        out.putShort((short) 0).putShort((short) 1);
        out.putShort((short) 3).putShort((short) 1).putInt(12);
        out.putShort((short) 4).putShort((short) length).putShort((short) 0);
        out.putShort((short) (2 * segments));
        out.putShort((short) (2 * power));
        out.putShort((short) Integer.numberOfTrailingZeros(power));
        out.putShort((short) (2 * (segments - power)));
        numbers.keySet().forEach(character -> out.putShort((short) (int) character));
        out.putShort((short) 0xffff).putShort((short) 0);
        numbers.keySet().forEach(character -> out.putShort((short) (int) character));
        out.putShort((short) 0xffff);
        numbers.forEach((character, number) -> out.putShort((short) (number - character)));
        out.putShort((short) 1);
        return out.array();
    }

    private byte[] bytes(String tag) {
        var table = tables.get(tag);
        byte[] bytes = new byte[table.limit()];
        table.get(0, bytes);
        return bytes;
    }

    private byte[] patched(String tag, int at, int value) {
        byte[] bytes = bytes(tag);
        ByteBuffer.wrap(bytes).putShort(at, (short) value);
        return bytes;
    }

    private static byte[] file(Map<String, byte[]> tables) {
        int count = tables.size();
        int power = Integer.highestOneBit(count);
        int at = 12 + 16 * count;
        int size = at;
        for (byte[] table : tables.values()) {
            size += (table.length + 3) & ~3;
        }
        var out = ByteBuffer.allocate(size);
        out.putInt(0x00010000).putShort((short) count).putShort((short) (16 * power));
        out.putShort((short) Integer.numberOfTrailingZeros(power)).putShort((short) (16 * (count - power)));
        int head = 0;
        for (var table : tables.entrySet()) {
            byte[] bytes = table.getValue();
            if (table.getKey().equals("head")) {
                head = at;
                ByteBuffer.wrap(bytes).putInt(ADJUSTMENT, 0);
            }
            out.put(at, bytes);
            out.put(table.getKey().getBytes(StandardCharsets.ISO_8859_1));
            int padded = (bytes.length + 3) & ~3;
            out.putInt((int) checksum(out, at, at + padded)).putInt(at).putInt(bytes.length);
            at += padded;
        }
        out.putInt(head + ADJUSTMENT, (int) (CHECKSUM_OF_FONT - checksum(out, 0, size)));
        return out.array();
    }

    private static long checksum(ByteBuffer in, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i += 4) {
            sum += in.getInt(i) & 0xffffffffL;
        }
        return sum;
    }

    private static int unsigned(ByteBuffer in, int at) {
        return in.getShort(at) & 0xffff;
    }
}
