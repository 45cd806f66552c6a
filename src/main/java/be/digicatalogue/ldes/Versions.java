package be.digicatalogue.ldes;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.fact.Link;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Text;
import be.digicatalogue.hours.HoursAt;
import be.digicatalogue.linked.JsonLd;
import be.digicatalogue.record.Schema;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * Records as JSON-LD, with only what the catalogue says about the record itself. What follows from other records (the points
 * of a digibank), from the clock (whether a point is open) or from other fields (hours in words) is not part of a version,
 * because the version would then change without the record.
 */
final class Versions {

    private static final String IDS = "ids";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule()
                    .addSerializer(Text.class, new LanguageMapSerializer())
                    .addSerializer(Reference.class, new IriSerializer())
                    .addSerializer(Link.class, new NothingSerializer<>())
                    .addSerializer(HoursAt.class, new NothingSerializer<>()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private final Catalogue catalogue;

    Versions(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param base the scheme and host of URLs */
    byte[] bytes(EventStream.Version version, String base) {
        return version.fact() == null
                ? (version.type() + "/" + version.id()).getBytes(StandardCharsets.UTF_8)
                : bytes(tree(version, base));
    }

    private static byte[] bytes(Object tree) {
        try {
            return JSON.writeValueAsBytes(tree);
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot write a version", impossible);
        }
    }

    /** The record of a version as JSON-LD. */
    ObjectNode tree(EventStream.Version version, String base) {
        try {
            var tree = (ObjectNode) JSON.readTree(
                    JSON.writer().withAttribute(IDS, base + "/id/").writeValueAsBytes(version.fact()));
            var type = Schema.loaded().type(version.type()).orElseThrow();
            tree.remove(type.derivedOf(version.fact(), catalogue));
            type.terms().forEach((property, term) -> tree.set(term, tree.remove(property)));
            return new JsonLd(base).parts(tree);
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot write a version", impossible);
        }
    }

    /** Writes a text in each language that has it; a name that is the same in all languages is a plain string. */
    private static final class LanguageMapSerializer extends JsonSerializer<Text> {
        @Override
        public void serialize(Text text, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (Stream.of(text.fr(), text.de(), text.en())
                    .allMatch(other -> other != null && other.equals(text.nl()))) {
                json.writeString(text.nl());
                return;
            }
            json.writeStartArray();
            for (var each : text.all().entrySet()) {
                json.writeStartObject();
                json.writeStringField("@language", each.getKey());
                json.writeStringField("@value", each.getValue());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static final class IriSerializer extends JsonSerializer<Reference> {
        @Override
        public void serialize(Reference reference, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            json.writeStringField("@id", provider.getAttribute(IDS) + reference.type() + "/" + reference.id());
            json.writeStringField("id", reference.id());
            json.writeEndObject();
        }
    }

    /** Writes nothing, for values that versions omit. */
    private static final class NothingSerializer<T> extends JsonSerializer<T> {
        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNull();
        }
    }
}
