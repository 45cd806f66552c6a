package be.digicatalogue.ldes;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.fact.Digest;
import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.history.Change;
import be.digicatalogue.history.PublishedRevision;
import be.digicatalogue.record.RecordType;
import be.digicatalogue.record.Schema;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The versions in the stream at one revision of the catalogue: for each record the version of the last revision that changed
 * it. Versions are on pages by revision. The name of a page identifies its content, so a page never changes; when a version
 * disappears from it, the rest is another page.
 */
final class EventStream {

    /** A page of service points then has some 100 kB, a tenth of that when compressed. */
    private static final int PAGE = 250;

    /**
     * A version of a record.
     *
     * @param type the path segment of the URLs of its kind
     * @param fact the record; {@code null} when the revision removed it
     */
    record Version(String type, String id, Fact fact) {}

    /** A page with some of the versions of one revision. */
    record StreamPage(String name, PublishedRevision revision, List<Version> versions) {}

    private final Map<String, StreamPage> pages = new LinkedHashMap<>();

    /** Takes some 20 microseconds for each record. */
    EventStream(Catalogue catalogue) {
        var versions = new Versions(catalogue);
        var last = new HashMap<Reference, PublishedRevision>();
        var removed = new HashMap<Reference, PublishedRevision>();
        for (var revision : catalogue.changes().revisions()) {
            for (var change : revision.changes()) {
                var key = new Reference(change.type().code(), change.id());
                last.put(key, revision);
                if (change.kind() == Change.Kind.REMOVED) {
                    removed.put(key, revision);
                } else {
                    removed.remove(key);
                }
            }
        }
        var first = catalogue.changes().revisions().stream().findFirst().orElseThrow();
        var byRevision =
                new TreeMap<PublishedRevision, List<Version>>(Comparator.comparingLong(PublishedRevision::revision));
        for (var version : current(catalogue)) {
            var changed = last.getOrDefault(new Reference(version.type(), version.id()), first);
            // Records without versions of their own are part of the versions of the records that show them.
            for (var contained : contained(version.fact())) {
                var its = last.getOrDefault(contained, first);
                changed = its.revision() > changed.revision() ? its : changed;
            }
            byRevision.computeIfAbsent(changed, none -> new ArrayList<>()).add(version);
        }
        removed.forEach((key, revision) -> {
            if (isVersioned(key.type())) {
                byRevision
                        .computeIfAbsent(revision, none -> new ArrayList<>())
                        .add(new Version(key.type(), key.id(), null));
            }
        });
        byRevision.forEach((revision, its) -> {
            its.sort(Comparator.comparing(Version::type).thenComparing(Version::id));
            its.stream()
                    .collect(groupingBy(version -> place(version, revision), TreeMap::new, toList()))
                    .values()
                    .forEach(some -> {
                        var name = revision.cursor() + "-" + digest(some, versions);
                        pages.put(name, new StreamPage(name, revision, some));
                    });
        });
    }

    /**
     * The page of a version within its revision. It is always the same, so a version that disappears does not move others.
     */
    private static int place(Version version, PublishedRevision revision) {
        int pages = (revision.changes().size() + PAGE - 1) / PAGE;
        return Math.floorMod((version.type() + "/" + version.id()).hashCode(), Math.max(1, pages));
    }

    private static String digest(List<Version> some, Versions versions) {
        var content = new ByteArrayOutputStream();
        some.forEach(version -> content.writeBytes(versions.bytes(version, "")));
        return Digest.of(content.toByteArray());
    }

    /** All pages, oldest first. */
    List<StreamPage> pages() {
        return List.copyOf(pages.values());
    }

    Optional<StreamPage> page(String name) {
        return Optional.ofNullable(pages.get(name));
    }

    private static List<Version> current(Catalogue catalogue) {
        var all = new ArrayList<Version>();
        Schema.loaded()
                .listed()
                .forEach(type ->
                        catalogue.of(type).all().forEach(fact -> all.add(new Version(fact.type(), fact.id(), fact))));
        return all;
    }

    private static boolean isVersioned(String type) {
        return Schema.loaded().type(type).filter(RecordType::isListed).isPresent();
    }

    private static List<Reference> contained(Fact fact) {
        return Schema.loaded().type(fact.type()).orElseThrow().containedIn(fact).toList();
    }
}
