package be.digicatalogue.graph;

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
    private final Map<String, String> byId = new ConcurrentHashMap<>();
    /** The texts of the operator's files, by file. Bundled documents are tested instead. */
    private final Map<String, String> unchecked;

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
        byId.put("sha256:" + hash, text);
        byId.put(name.substring(0, name.length() - ENDING.length()), text);
    }

    /** The document with an id. */
    Optional<String> text(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * Validates the documents in the background, so that the start does not wait. Until then each document is validated on
     * use.
     */
    void check(@Observes StartupEvent started) {
        Infrastructure.getDefaultWorkerPool().execute(() -> unchecked.forEach(this::check));
    }

    private void check(String file, String text) {
        var errors = documents.prepared(text).errors();
        if (!errors.isEmpty()) {
            byId.values().removeIf(text::equals);
            LOG.errorf(
                    "The GraphQL document %s is not served: %s",
                    file, errors.stream().map(error -> error.getMessage()).collect(Collectors.joining(" ")));
        }
    }
}
