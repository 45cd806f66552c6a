package be.digicatalogue.fact;

import java.util.Locale;

/**
 * Characters that do not belong in a text of a curator, because a reader cannot see them, or because they are not characters.
 * They come along when a text is copied from a web page or a document; two texts that look equal then differ.
 */
public final class InvisibleCharacters {

    /**
     * The first and last code points of letters, marks and symbols without a form of their own: those of Unicode's property
     * Default_Ignorable_Code_Point that are not in the categories below, and the empty pattern of Braille.
     */
    private static final int[][] FORMLESS = {
        {0x34F, 0x34F},
        {0x115F, 0x1160},
        {0x17B4, 0x17B5},
        {0x180B, 0x180F},
        {0x2800, 0x2800},
        {0x3164, 0x3164},
        {0xFE00, 0xFE0F},
        {0xFFA0, 0xFFA0},
        {0xE0100, 0xE01EF}
    };

    private InvisibleCharacters() {}

    /** Tells which character does not belong in a text, and where; {@code null} when all do. Line breaks do. */
    public static Message problem(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            if (isInvisible(character)) {
                return Message.of(
                        "expected.noInvisibleCharacters",
                        String.format(Locale.ROOT, "U+%04X", character),
                        text.codePointCount(0, i) + 1);
            }
        }
        return null;
    }

    private static boolean isInvisible(int character) {
        if (character <= '~') {
            return character < ' ' && character != '\n';
        }
        return switch (Character.getType(character)) {
            // FORMAT has zero-width and bidirectional characters and the soft hyphen.
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE -> true;
            default -> isNoCharacter(character) || isFormless(character);
        };
    }

    /** True for the code points that Unicode keeps free of characters, and for what stands for unreadable ones. */
    private static boolean isNoCharacter(int character) {
        return (character & 0xFFFE) == 0xFFFE || character >= 0xFDD0 && character <= 0xFDEF || character == 0xFFFD;
    }

    private static boolean isFormless(int character) {
        for (var range : FORMLESS) {
            if (character >= range[0] && character <= range[1]) {
                return true;
            }
        }
        return false;
    }
}
