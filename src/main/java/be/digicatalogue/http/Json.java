package be.digicatalogue.http;

import be.digicatalogue.fact.Addressed;
import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Lasting;
import be.digicatalogue.fact.Link;
import be.digicatalogue.fact.Message;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Text;
import be.digicatalogue.geo.Nearby;
import be.digicatalogue.hours.HoursAt;
import be.digicatalogue.record.Dated;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.introspect.VirtualAnnotatedMember;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.ResolvableSerializer;
import com.fasterxml.jackson.databind.ser.VirtualBeanPropertyWriter;
import com.fasterxml.jackson.databind.util.Annotations;
import com.fasterxml.jackson.databind.util.NameTransformer;
import com.fasterxml.jackson.databind.util.SimpleBeanPropertyDefinition;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Serializes facts as JSON. A record is its own answer. The serialization adds {@code href} after the id of a fact, {@code
 * ended} after the last day of a period, the overdue and undated fields after the day of verification, the name and URL of
 * references and whether the referenced record has ended, and texts in the language of the view.
 */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule()
                    .addSerializer(Viewed.class, new ViewedSerializer())
                    .addSerializer(Spoken.class, new SpokenSerializer())
                    .addSerializer(Message.class, new MessageSerializer())
                    .addSerializer(Text.class, new TextSerializer())
                    .addSerializer(Link.class, new LinkSerializer())
                    .addSerializer(HoursAt.class, new HoursSerializer())
                    .addSerializer(Reference.class, new ReferenceSerializer())
                    .setSerializerModifier(new Additions()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.USE_DEFAULTS))
            .build();

    private static final ObjectWriter WRITER = MAPPER.writer();

    private static final ObjectReader READER = MAPPER.reader()
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

    /** A buffer for each thread, which builds answers one after the other. */
    private static final ThreadLocal<ByteArrayBuilder> OUTPUT = ThreadLocal.withInitial(ByteArrayBuilder::new);

    private static final int LARGEST_KEPT_BYTES = 256 * 1024;

    private Json() {}

    /** An answer about facts, as UTF-8. */
    public static byte[] write(Object answer, View view) {
        return bytes(new Viewed(answer, view));
    }

    /** An answer without facts. */
    public static byte[] write(Object answer) {
        return bytes(answer);
    }

    /** An answer without facts but with messages, such as a problem. */
    public static byte[] write(Object answer, Language language) {
        return bytes(new Spoken(answer, language));
    }

    /** An answer about facts as a tree, for other formats than JSON: the same properties, each number with all its digits. */
    public static ObjectNode tree(Object answer, View view) {
        try {
            return (ObjectNode) READER.readTree(write(answer, view));
        } catch (IOException broken) {
            throw broken(answer, broken);
        }
    }

    /** An answer without facts but with messages, as a tree to which members can be added. */
    public static ObjectNode tree(Object answer, Language language) {
        try {
            return (ObjectNode) READER.readTree(write(answer, language));
        } catch (IOException broken) {
            throw broken(answer, broken);
        }
    }

    /** A single fact, also while the answer that contains it is being written. */
    static byte[] writePiece(Object fact, View view) {
        try {
            return WRITER.writeValueAsBytes(new Viewed(fact, view));
        } catch (IOException broken) {
            throw broken(fact, broken);
        }
    }

    private static byte[] bytes(Object answer) {
        var output = OUTPUT.get();
        try {
            WRITER.writeValue(output, answer);
            return output.toByteArray();
        } catch (IOException broken) {
            throw broken(answer, broken);
        } finally {
            if (output.size() > LARGEST_KEPT_BYTES) {
                OUTPUT.remove();
            }
            output.reset();
        }
    }

    private static IllegalStateException broken(Object answer, IOException fault) {
        var said = answer instanceof Viewed viewed
                ? viewed.answer()
                : answer instanceof Spoken spoken ? spoken.answer() : answer;
        return new IllegalStateException("cannot write " + said.getClass().getSimpleName(), fault);
    }

    private record Viewed(Object answer, View view) {}

    /**
     * Passes a view to the serializers of one call. An attribute of the writer would be simpler, but Jackson caches
     * serializers with the attributes of their first use, and so with a catalogue that is long out of date.
     */
    private static final class ViewedSerializer extends JsonSerializer<Viewed> {
        @Override
        public void serialize(Viewed viewed, JsonGenerator json, SerializerProvider provider) throws IOException {
            provider.setAttribute(View.class, viewed.view());
            provider.setAttribute(Language.class, viewed.view().language());
            provider.defaultSerializeValue(viewed.answer(), json);
        }
    }

    private static View view(SerializerProvider provider) {
        return (View) provider.getAttribute(View.class);
    }

    private record Spoken(Object answer, Language language) {}

    /** Passes the language of messages, and of texts within errors, to the serializers of one call. */
    private static final class SpokenSerializer extends JsonSerializer<Spoken> {
        @Override
        public void serialize(Spoken spoken, JsonGenerator json, SerializerProvider provider) throws IOException {
            provider.setAttribute(Language.class, spoken.language());
            provider.defaultSerializeValue(spoken.answer(), json);
        }
    }

    private static final class MessageSerializer extends JsonSerializer<Message> {
        @Override
        public void serialize(Message message, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(message.in((Language) provider.getAttribute(Language.class)));
        }
    }

    private static final class TextSerializer extends JsonSerializer<Text> {
        @Override
        public void serialize(Text text, JsonGenerator json, SerializerProvider provider) throws IOException {
            var view = view(provider);
            if (view == null) {
                json.writeString(text.in((Language) provider.getAttribute(Language.class)));
            } else {
                say(text, json, view);
            }
        }
    }

    private static void say(Text text, JsonGenerator json, View view) throws IOException {
        var words = view.say(text);
        if (view.tellsLanguages() && text.translated()) {
            json.writeStartObject();
            json.writeStringField("@value", words);
            json.writeStringField("@language", text.languageFor(view.language()).tag());
            json.writeEndObject();
        } else {
            json.writeString(words);
        }
    }

    private static final class LinkSerializer extends JsonSerializer<Link> {
        @Override
        public void serialize(Link link, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(view(provider).href(link));
        }
    }

    private static final class HoursSerializer extends JsonSerializer<HoursAt> {
        @Override
        public void serialize(HoursAt hours, JsonGenerator json, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(view(provider).opening(hours), json);
        }
    }

    private static final class ReferenceSerializer extends JsonSerializer<Reference> {
        @Override
        public void serialize(Reference reference, JsonGenerator json, SerializerProvider provider) throws IOException {
            var view = view(provider);
            json.writeStartObject();
            json.writeStringField("id", reference.id());
            json.writeStringField("href", view.href(reference));
            var fact = view.find(reference);
            if (fact.isPresent()) {
                json.writeFieldName("name");
                say(fact.get().label(), json, view);
                if (fact.get() instanceof Lasting lasting && view.ended(lasting)) {
                    json.writeBooleanField("ended", true);
                }
            }
            json.writeEndObject();
        }
    }

    /** Writes a fact, or a fact with its distance, from cached fragments. */
    private static final class PieceSerializer extends JsonSerializer<Object>
            implements ResolvableSerializer, ContextualSerializer {

        private final JsonSerializer<Object> plain;

        private PieceSerializer(JsonSerializer<Object> plain) {
            this.plain = plain;
        }

        @Override
        public void serialize(Object value, JsonGenerator json, SerializerProvider provider) throws IOException {
            var nearby = value instanceof Nearby<?> located ? located : null;
            var shown = nearby == null ? value : nearby.item();
            var piece = shown instanceof Fact fact ? view(provider).written(fact) : Optional.<JsonFragment>empty();
            if (piece.isEmpty()) {
                plain.serialize(value, json, provider);
            } else if (nearby == null || nearby.distanceMetres() == null) {
                piece.get().write(json);
            } else {
                piece.get().writeOpen(json);
                json.writeRaw(",\"distanceMetres\":");
                json.writeRaw(nearby.distanceMetres().toString());
                if (nearby.distanceUncertainMetres() != null) {
                    json.writeRaw(",\"distanceUncertainMetres\":");
                    json.writeRaw(nearby.distanceUncertainMetres().toString());
                }
                json.writeRaw('}');
            }
        }

        @Override
        public void resolve(SerializerProvider provider) throws JsonMappingException {
            if (plain instanceof ResolvableSerializer resolvable) {
                resolvable.resolve(provider);
            }
        }

        @Override
        public JsonSerializer<?> createContextual(SerializerProvider provider, BeanProperty property)
                throws JsonMappingException {
            return plain instanceof ContextualSerializer contextual
                    ? pieces(contextual.createContextual(provider, property))
                    : this;
        }

        /** Within another object the properties of a fact are written one by one. */
        @Override
        public JsonSerializer<Object> unwrappingSerializer(NameTransformer transformer) {
            return plain.unwrappingSerializer(transformer);
        }

        @SuppressWarnings("unchecked") // each serializes values of its own class only
        private static JsonSerializer<Object> pieces(JsonSerializer<?> plain) {
            return new PieceSerializer((JsonSerializer<Object>) plain);
        }
    }

    /** Inserts the added properties at their positions, and writes facts from fragments. */
    private static final class Additions extends BeanSerializerModifier {

        private static final long serialVersionUID = 1;

        @Override
        public JsonSerializer<?> modifySerializer(
                SerializationConfig config, BeanDescription bean, JsonSerializer<?> serializer) {
            return Fact.class.isAssignableFrom(bean.getBeanClass()) || bean.getBeanClass() == Nearby.class
                    ? PieceSerializer.pieces(serializer)
                    : serializer;
        }

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
            if (Addressed.class.isAssignableFrom(bean.getBeanClass())) {
                properties.add(behind("id", properties), Added.to(config, bean, "href", String.class));
            }
            if (Lasting.class.isAssignableFrom(bean.getBeanClass())) {
                properties.add(behind("validTo", properties), Added.to(config, bean, "ended", Boolean.class));
            }
            if (Dated.class.isAssignableFrom(bean.getBeanClass())) {
                properties.add(behind("verifiedOn", properties), Added.to(config, bean, "undated", List.class));
                properties.add(behind("verifiedOn", properties), Added.to(config, bean, "overdue", List.class));
            }
            return properties;
        }

        private static int behind(String name, List<BeanPropertyWriter> properties) {
            int position = 0;
            while (!properties.get(position++).getName().equals(name)) {
                // continue with the next one
            }
            return position;
        }
    }

    /** A property that no record has: its value comes from the view. */
    private static final class Added extends VirtualBeanPropertyWriter {

        private static final long serialVersionUID = 1;

        private Added(BeanPropertyDefinition definition, Annotations annotations, JavaType type) {
            super(definition, annotations, type);
        }

        static Added to(SerializationConfig config, BeanDescription bean, String name, Class<?> type) {
            AnnotatedClass record = bean.getClassInfo();
            var javaType = config.constructType(type);
            var member = new VirtualAnnotatedMember(record, record.getRawType(), name, javaType);
            return new Added(
                    SimpleBeanPropertyDefinition.construct(config, member, PropertyName.construct(name)),
                    record.getAnnotations(),
                    javaType);
        }

        @Override
        protected Object value(Object bean, JsonGenerator json, SerializerProvider provider) {
            var view = view(provider);
            return switch (getName()) {
                case "href" -> view.href(((Addressed) bean).reference());
                case "overdue" -> view.overdue((Dated) bean);
                case "undated" -> view.undated((Dated) bean);
                default -> {
                    var lasting = (Lasting) bean;
                    yield lasting.validTo() == null ? null : view.ended(lasting);
                }
            };
        }

        @Override
        public void serializeAsField(Object bean, JsonGenerator json, SerializerProvider provider) throws Exception {
            var value = value(bean, json, provider);
            if (value instanceof String text) {
                json.writeStringField(getName(), text);
            } else if (value instanceof Boolean truth) {
                json.writeBooleanField(getName(), truth);
            } else if (value instanceof List<?> names && !names.isEmpty()) {
                json.writeArrayFieldStart(getName());
                for (var name : names) {
                    json.writeString((String) name);
                }
                json.writeEndArray();
            }
        }

        /** In an item with a distance the record is unwrapped; the property keeps its name. */
        @Override
        public BeanPropertyWriter rename(NameTransformer transformer) {
            return this;
        }

        @Override
        public VirtualBeanPropertyWriter withConfig(
                MapperConfig<?> config, AnnotatedClass record, BeanPropertyDefinition definition, JavaType type) {
            return new Added(definition, record.getAnnotations(), type);
        }
    }
}
