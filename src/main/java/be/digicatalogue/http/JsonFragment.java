package be.digicatalogue.http;

import be.digicatalogue.fact.Language;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;

/**
 * A fact as a JSON object in answers.
 *
 * @param json UTF-8
 * @param spoken the languages of its texts
 * @param validity when it is right
 */
record JsonFragment(byte[] json, Set<Language> spoken, Validity validity) {

    /** The memory that it uses, in bytes. */
    int weight() {
        return json.length + 150;
    }

    /** Writes the whole object. */
    void write(JsonGenerator to) throws IOException {
        write(to, json.length);
    }

    /** Writes the object without its closing brace, so that a property can be added. */
    void writeOpen(JsonGenerator to) throws IOException {
        write(to, json.length - 1);
    }

    /** The generator writes the comma before a value. The bytes bypass the generator, which would inspect each of them. */
    private void write(JsonGenerator to, int length) throws IOException {
        to.writeRawValue("");
        to.flush();
        ((OutputStream) to.getOutputTarget()).write(json, 0, length);
    }
}
