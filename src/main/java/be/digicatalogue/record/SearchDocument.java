package be.digicatalogue.record;

import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Link;
import be.digicatalogue.fact.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What one record can be found by, and how it is shown when it is found. */
public final class SearchDocument {

    /** How a record stands among its kind when words alone do not decide. */
    public enum Rank {
        /** The first one that people mean, such as the locality that gave its municipality the name. */
        CHIEF,
        USUAL,
        /** It belongs to the past; what it became comes first. */
        PAST
    }

    private final String id;
    private final Text name;
    private final Link href;
    private Rank standing = Rank.USUAL;
    private List<String> names = List.of();
    private List<String> shortNames = List.of();
    private List<String> details = List.of();
    private List<String> whereabouts = List.of();
    private List<String> sorts = List.of();
    private List<Text> texts = List.of();

    private SearchDocument(String id, Text name, Link href) {
        this.id = id;
        this.name = name;
        this.href = href;
        this.names = distinct(Stream.of(name.nl(), name.fr(), name.de(), name.en()));
    }

    /** A record under the name by which it is shown, which is in four languages one of those it is found by. */
    public static SearchDocument of(Fact fact) {
        var kind = RecordKind.find(fact.type()).orElseThrow();
        return new SearchDocument(fact.id(), fact.label(), new Link(kind.path(fact.id())));
    }

    public SearchDocument standing(Rank its) {
        standing = its;
        return this;
    }

    /** Other names that are as good as its own. */
    public SearchDocument alsoNamed(String... others) {
        names = distinct(Stream.concat(names.stream(), Stream.of(others)));
        return this;
    }

    /** Names by which it is known as well, such as abbreviations, postal codes and what it was called before. */
    public SearchDocument knownAs(List<String> others) {
        shortNames = distinct(Stream.concat(shortNames.stream(), others.stream()));
        return this;
    }

    /** What the {@code q} of its own list finds besides names: street, postal code, municipality, who leads it. */
    public SearchDocument details(String... its) {
        details = distinct(Stream.concat(details.stream(), Stream.of(its)));
        return this;
    }

    /** Where it is or what area it serves, for the search over all kinds only. */
    public SearchDocument whereabouts(List<String> its) {
        whereabouts = distinct(Stream.concat(whereabouts.stream(), its.stream()));
        return this;
    }

    /** What sort of thing it is, in the words that people use. */
    public SearchDocument sorts(String... its) {
        sorts = distinct(Stream.concat(sorts.stream(), Stream.of(its)));
        return this;
    }

    /** What is told about it. */
    public SearchDocument texts(Text... its) {
        texts = Stream.concat(texts.stream(), Stream.of(its))
                .filter(Objects::nonNull)
                .toList();
        return this;
    }

    public String id() {
        return id;
    }

    public Text name() {
        return name;
    }

    public Link href() {
        return href;
    }

    public Rank standing() {
        return standing;
    }

    public List<String> names() {
        return names;
    }

    /** Also what a name has in parentheses, and what it is without: "Universiteit Gent (UGent)" has two short names. */
    public List<String> shortNames() {
        var all = new ArrayList<>(shortNames);
        for (var each : names) {
            int open = each.indexOf('(');
            int close = each.lastIndexOf(')');
            if (open > 0 && close > open) {
                all.add(each.substring(0, open).strip());
                all.add(each.substring(open + 1, close));
            }
        }
        return all;
    }

    public List<String> details() {
        return details;
    }

    public List<String> whereabouts() {
        return whereabouts;
    }

    public List<String> sorts() {
        return sorts;
    }

    public List<Text> texts() {
        return texts;
    }

    private static List<String> distinct(Stream<String> texts) {
        return texts.filter(Objects::nonNull).distinct().toList();
    }
}
