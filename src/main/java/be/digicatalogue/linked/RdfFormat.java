package be.digicatalogue.linked;

import be.digicatalogue.http.Document;
import be.digicatalogue.http.Json;
import be.digicatalogue.http.RequestContext;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.api.RdfQuadConsumer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.rio.RDFWriter;
import org.eclipse.rdf4j.rio.RDFWriterFactory;
import org.eclipse.rdf4j.rio.nquads.NQuadsWriterFactory;
import org.eclipse.rdf4j.rio.ntriples.NTriplesWriterFactory;
import org.eclipse.rdf4j.rio.rdfxml.RDFXMLWriterFactory;
import org.eclipse.rdf4j.rio.turtle.TurtleWriterFactory;

/** The formats of a document of linked data. All others follow from JSON-LD. */
public enum RdfFormat {
    JSON_LD("jsonld", JsonLd.MEDIA_TYPE, null),
    TURTLE("turtle", "text/turtle;charset=UTF-8", new TurtleWriterFactory()),
    RDF_XML("rdfxml", "application/rdf+xml", new RDFXMLWriterFactory()),
    N_TRIPLES("ntriples", "application/n-triples", new NTriplesWriterFactory()),
    N_QUADS("nquads", "application/n-quads", new NQuadsWriterFactory());

    private static final String BLANK = "_:";

    private final String code;
    private final MediaType mediaType;
    private final RDFWriterFactory writer;

    RdfFormat(String code, String mediaType, RDFWriterFactory writer) {
        this.code = code;
        this.mediaType = MediaType.valueOf(mediaType);
        this.writer = writer;
    }

    /** Its value of the parameter {@code f}. */
    public String code() {
        return code;
    }

    /**
     * The format that {@code Accept} prefers. It is chosen here, because JAX-RS would fail on an invalid header.
     *
     * @param offered some formats, of equally preferred ones the first
     * @throws NotAcceptableException when the header excludes all
     */
    public static RdfFormat accepted(RequestContext context, List<RdfFormat> offered) {
        return context.accepted(offered, format -> format.mediaType.getType() + "/" + format.mediaType.getSubtype())
                .orElseThrow(NotAcceptableException::new);
    }

    /**
     * A document in this format. Takes some microseconds for each triple unless it is JSON-LD.
     *
     * @param jsonLd a document whose context is its own or the one that this service publishes
     * @param base the scheme and host of its URLs
     */
    public Document document(ObjectNode jsonLd, String base) {
        return Document.of(writer == null ? Json.write(jsonLd) : write(jsonLd, base), mediaType);
    }

    private byte[] write(ObjectNode jsonLd, String base) {
        var file = new ByteArrayOutputStream();
        var rdf = writer.getWriter(file);
        rdf.startRDF();
        try {
            var document = JsonDocument.of(new ByteArrayInputStream(Json.write(jsonLd)));
            var published = JsonDocument.of(new ByteArrayInputStream(ContextResource.content(base)));
            prefixes(context(document), context(published), rdf);
            com.apicatalog.jsonld.JsonLd.toRdf(document)
                    .loader((address, options) -> published)
                    .provide(new StatementWriter(rdf));
        } catch (JsonLdError invalid) {
            throw new IllegalStateException("cannot read the JSON-LD of this service", invalid);
        }
        rdf.endRDF();
        return file.toByteArray();
    }

    private static JsonValue context(JsonDocument document) {
        return document.getJsonContent().orElseThrow().asJsonObject().get("@context");
    }

    /**
     * Tells the prefixes of a context to the writer.
     *
     * @param context an object, the address of the published one, or several of these
     */
    private static void prefixes(JsonValue context, JsonValue published, RDFWriter rdf) {
        switch (context.getValueType()) {
            case ARRAY -> context.asJsonArray().forEach(each -> prefixes(each, published, rdf));
            case STRING -> prefixes(published, published, rdf);
            default ->
                context.asJsonObject().forEach((term, meaning) -> {
                    if (!term.startsWith("@")
                            && meaning instanceof JsonString iri
                            && (iri.getString().endsWith("#") || iri.getString().endsWith("/"))) {
                        rdf.handleNamespace(term, iri.getString());
                    }
                });
        }
    }

    /** Passes each triple from the reader of JSON-LD to a writer. */
    private record StatementWriter(RDFWriter rdf) implements RdfQuadConsumer {

        @Override
        public RdfQuadConsumer quad(
                String subject,
                String predicate,
                String object,
                String datatype,
                String language,
                String direction,
                String graph) {
            rdf.handleStatement(Values.getValueFactory()
                    .createStatement(resource(subject), Values.iri(predicate), value(object, datatype, language)));
            return this;
        }

        private static Value value(String object, String datatype, String language) {
            if (language != null) {
                return Values.literal(object, language);
            }
            return datatype == null ? resource(object) : Values.literal(object, Values.iri(datatype));
        }

        private static Resource resource(String name) {
            return name.startsWith(BLANK) ? Values.bnode(name.substring(BLANK.length())) : Values.iri(name);
        }
    }
}
