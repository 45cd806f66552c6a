package be.digicatalogue.ogc;

import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.Schema;
import java.util.List;
import java.util.Optional;

/** The collections: one for each map layer of a kind of record. */
final class OgcCollections {

    /** In list order. */
    static final List<OgcCollection<?>> ALL = Schema.loaded().types().stream()
            .map(RecordType::layers)
            .flatMap(List::stream)
            .<OgcCollection<?>>map(OgcCollection::of)
            .toList();

    private OgcCollections() {}

    static List<String> ids() {
        return ALL.stream().<String>map(OgcCollection::id).toList();
    }

    static Optional<OgcCollection<?>> named(String id) {
        return ALL.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
