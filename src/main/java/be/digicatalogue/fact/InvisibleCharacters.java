package be.digicatalogue.fact;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Characters that do not belong in a text of a curator, because a reader cannot see them, or because they are not characters.
 * They come along when a text is copied from a web page or a document; two texts that look equal then differ.
 */
public final class InvisibleCharacters {

    /**
     * Control characters (line breaks excepted), characters that only direct the layout (Unicode category Cf: zero-width,
     * bidirectional, soft hyphens), line and paragraph separators, private use, lone surrogates, non-characters, the
     * replacement character, and letters and marks that have no form of their own (those of Unicode's
     * Default_Ignorable_Code_Point that are in no such category, variation selectors among them).
     */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}\uFFFD"
            + "\\x{FDD0}-\\x{FDEF}" + nonCharacters()
            + "\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{2800}\\x{3164}\\x{FE00}-\\x{FE0F}"
            + "\\x{FFA0}\\x{E0100}-\\x{E01EF}&&[^\\n]]");

    private InvisibleCharacters() {}

    /** The last two code points of each of the 17 planes. */
    private static String nonCharacters() {
        var pairs = new StringBuilder();
        for (int plane = 0; plane <= 16; plane++) {
            pairs.append(String.format(Locale.ROOT, "\\x{%X}\\x{%X}", (plane << 16) + 0xFFFE, (plane << 16) + 0xFFFF));
        }
        return pairs.toString();
    }

    /** Tells which character does not belong in a text, and where; {@code null} when all do. */
    public static Message problem(String text) {
        var found = INVISIBLE.matcher(text);
        return found.find()
                ? Message.of(
                        "expected.noInvisibleCharacters",
                        String.format(Locale.ROOT, "U+%04X", text.codePointAt(found.start())),
                        text.codePointCount(0, found.start()) + 1)
                : null;
    }
}
