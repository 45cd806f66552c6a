package be.digicatalogue.mcp;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.fact.Evidence;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.http.Json;
import be.digicatalogue.http.RequestContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A REST answer with what is needed to cite it: its revision, the permanent name of each record, the sources and web pages
 * that back the records, and notes on how old the answer is and on what is old or has ended.
 */
final class CitedAnswer {

    private final Catalogue catalogue;
    private final String records;
    private final String ids;
    private final Set<String> sources = new TreeSet<>();
    private final Set<String> pages = new TreeSet<>();

    private final AnswerNotes notes;

    private CitedAnswer(RequestContext context) {
        notes = new AnswerNotes(context);
        catalogue = context.catalogue();
        records = context.base() + "/v1/";
        ids = context.base() + "/id/";
    }

    /** @param shown the properties of the answer to show; empty for all */
    static ObjectNode answer(Object answer, RequestContext context, Set<String> shown) {
        var tree = Json.tree(answer, context.view());
        if (!shown.isEmpty()) {
            tree.retain(shown);
        }
        var cited = new CitedAnswer(context);
        cited.addAddresses(tree);
        tree.put("revision", cited.catalogue.revision().number());
        tree.put("publishedAt", cited.catalogue.revision().publishedAt().toString());
        var sources = tree.putArray("sources");
        cited.sources.stream()
                .flatMap(id -> cited.catalogue.find(new Reference(Evidence.SOURCES, id)).stream())
                .forEach(source -> {
                    var each = Json.tree(source, context.view());
                    cited.addAddresses(each);
                    sources.add(each);
                });
        var notes = tree.putArray("notes");
        cited.notes.sentences().forEach(notes::add);
        var pages = tree.putArray("pages");
        cited.pages.forEach(pages::add);
        return tree;
    }

    private void addAddresses(JsonNode node) {
        if (node instanceof ObjectNode object) {
            record(object).ifPresent(reference -> {
                object.put("uri", ids + reference.type() + "/" + reference.id());
                catalogue.find(reference).ifPresent(fact -> notes.add(fact, object));
                if (reference.type().equals(Evidence.SOURCES)) {
                    sources.add(reference.id());
                }
            });
            object.path("evidence").forEach(evidence -> {
                if (evidence.has("url")) {
                    pages.add(evidence.get("url").asText());
                }
            });
        }
        node.forEach(this::addAddresses);
    }

    /** The record that an object is or refers to. */
    private Optional<Reference> record(ObjectNode object) {
        var href = object.path("href").asText();
        var id = object.path("id").asText();
        if (object.has("fragment")) {
            // A search hit has a type of its own, because a place or a service has the URL of a list.
            return Optional.of(new Reference(object.path("type").asText(), id));
        }
        if (!href.startsWith(records) || !href.endsWith("/" + id)) {
            return Optional.empty();
        }
        var type = href.substring(records.length(), href.length() - id.length() - 1);
        return Optional.of(new Reference(type, id))
                .filter(reference -> catalogue.find(reference).isPresent());
    }
}
