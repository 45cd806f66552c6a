package be.digicatalogue.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes the lines of iCalendar and vCard in UTF-8, folded at 75 octets and never within a character (RFC 5545, 3.1; RFC
 * 6350, 3.2).
 */
final class ContentLines {

    private static final int LONGEST = 75;
    private static final byte[] FOLD = {'\r', '\n', ' '};

    private final OutputStream to;

    ContentLines(OutputStream to) {
        this.to = to;
    }

    /** @param lines whole lines with their line ends */
    void write(String lines) throws IOException {
        var octets = lines.getBytes(StandardCharsets.UTF_8);
        int written = 0;
        int length = 0;
        int character;
        for (int at = 0; at < octets.length; at += character) {
            character = width(octets[at]);
            boolean ends = octets[at] == '\r' || octets[at] == '\n';
            if (!ends && length + character > LONGEST) {
                to.write(octets, written, at - written);
                to.write(FOLD);
                written = at;
                length = 1;
            }
            length = ends ? 0 : length + character;
        }
        to.write(octets, written, octets.length - written);
    }

    /** The number of octets of a character, by its first octet. */
    private static int width(byte first) {
        return first >= 0 ? 1 : Integer.numberOfLeadingZeros(~first << 24);
    }
}
