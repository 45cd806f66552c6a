package be.digicatalogue.http;

import be.digicatalogue.fact.Language;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Set;

/**
 * A fact as the JSON object that answers show.
 *
 * @param json UTF-8
 * @param spoken the languages of its texts
 * @param sameUntil the first instant at which it may look otherwise
 */
record JsonFragment(byte[] json, Set<Language> spoken, Instant sameUntil) {

    /** How much memory it takes, in bytes. */
    int weight() {
        return json.length + 150;
    }

    /** Writes the object as it is. */
    void write(JsonGenerator to) throws IOException {
        write(to, json.length);
    }

    /** Writes the object without its end, for who adds a property. */
    void writeOpen(JsonGenerator to) throws IOException {
        write(to, json.length - 1);
    }

    /** The generator sets the comma before a value; the bytes go past it, for it would look at each of them. */
    private void write(JsonGenerator to, int length) throws IOException {
        to.writeRawValue("");
        to.flush();
        ((OutputStream) to.getOutputTarget()).write(json, 0, length);
    }
}
