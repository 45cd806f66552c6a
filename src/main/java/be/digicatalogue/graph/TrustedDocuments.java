package be.digicatalogue.graph;

import graphql.language.AstPrinter;
import graphql.language.OperationDefinition;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.util.ClassPathUtils;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The registered documents: those bundled with the service, and those in a folder of the operator, read at start. The id of a
 * document is {@code sha256:} followed by the hash of its file, or the name of the file without its extension.
 */
@ApplicationScoped
public class TrustedDocuments {

    private static final Logger LOG = Logger.getLogger(TrustedDocuments.class);
    private static final String BUNDLED = "graphql-documents";
    private static final String ENDING = ".graphql";

    private final QueryDocuments documents;
    private final Map<String, Registered> byId = new ConcurrentHashMap<>();
    /** The texts of the operator's files, by file. Bundled documents are tested instead. */
    private final Map<String, String> unchecked;

    /** Made when it is read first. */
    private volatile List<RegisteredDocument> list;

    private record Registered(String name, String hash, String text) {}

    TrustedDocuments(
            QueryDocuments documents, @ConfigProperty(name = "catalogue.graphql.documents") Optional<Path> folder) {
        this.documents = documents;
        try {
            ClassPathUtils.consumeAsPaths(TrustedDocuments.class.getClassLoader(), BUNDLED, this::read);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read the bundled GraphQL documents", broken);
        }
        unchecked = folder.map(this::read).orElse(Map.of());
    }

    /** Registers the files of a folder, and returns their texts by file. */
    private Map<String, String> read(Path folder) {
        var texts = new LinkedHashMap<String, String>();
        List<Path> found;
        try (var entries = Files.list(folder)) {
            found = entries.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            LOG.errorf("The GraphQL documents in %s cannot be read: %s", folder, unreadable);
            return texts;
        }
        for (var file : found) {
            try {
                var bytes = Files.readAllBytes(file);
                var text = new String(bytes, StandardCharsets.UTF_8);
                register(file, text, PersistedQueries.sha256(bytes));
                texts.put(file.toString(), text);
            } catch (IOException unreadable) {
                LOG.errorf("The GraphQL document %s is not served, it cannot be read: %s", file, unreadable);
            }
        }
        return texts;
    }

    /** A file of the operator replaces a bundled one with the same name. */
    private void register(Path file, String text, String hash) {
        var name = file.getFileName().toString();
        var document = new Registered(name.substring(0, name.length() - ENDING.length()), "sha256:" + hash, text);
        byId.put(document.hash(), document);
        byId.put(document.name(), document);
    }

    /** The document with an id. */
    Optional<String> text(String id) {
        return Optional.ofNullable(byId.get(id)).map(Registered::text);
    }

    /** The valid documents by name. */
    List<RegisteredDocument> list() {
        if (list == null) {
            list = byId.entrySet().stream()
                    .filter(entry -> entry.getKey().equals(entry.getValue().name()))
                    .sorted(Map.Entry.comparingByKey())
                    .map(Map.Entry::getValue)
                    .filter(document ->
                            documents.prepared(document.text()).errors().isEmpty())
                    .map(document -> new RegisteredDocument(
                            document.name(), document.hash(), document.text(), variables(document)))
                    .toList();
        }
        return list;
    }

    private List<RegisteredDocument.DocumentVariable> variables(Registered document) {
        return documents.prepared(document.text()).document().getDefinitionsOfType(OperationDefinition.class).stream()
                .flatMap(operation -> operation.getVariableDefinitions().stream())
                .map(variable -> new RegisteredDocument.DocumentVariable(
                        variable.getName(), AstPrinter.printAstCompact(variable.getType())))
                .distinct()
                .toList();
    }

    /**
     * Validates the documents in the background, so that the start does not wait. Until then each document is validated on
     * use.
     */
    void check(@Observes StartupEvent started) {
        Infrastructure.getDefaultWorkerPool().execute(() -> {
            unchecked.forEach(this::check);
            list();
        });
    }

    private void check(String file, String text) {
        var errors = documents.prepared(text).errors();
        if (!errors.isEmpty()) {
            byId.values().removeIf(document -> document.text().equals(text));
            LOG.errorf(
                    "The GraphQL document %s is not served: %s",
                    file, errors.stream().map(error -> error.getMessage()).collect(Collectors.joining(" ")));
        }
    }
}
