package be.digicatalogue.record;

import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Link;
import be.digicatalogue.fact.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The texts by which the search finds one record, and the text with which it shows it. */
public final class SearchDocument {

    /** The rank of a record within its kind when the texts match equally well. */
    public enum Rank {
        /** The record that people usually mean, such as the locality that gave its municipality the name. */
        CHIEF,
        USUAL,
        /** A record of the past; its successor comes first. */
        PAST
    }

    private final String id;
    private final Text name;
    private final Link href;
    private Rank standing = Rank.USUAL;
    private List<String> otherNames = List.of();
    private List<String> shortNames = List.of();
    private List<String> exonyms = List.of();
    private List<String> details = List.of();
    private List<String> whereabouts = List.of();
    private List<Text> sorts = List.of();
    private List<Text> texts = List.of();

    private SearchDocument(String id, Text name, Link href) {
        this.id = id;
        this.name = name;
        this.href = href;
    }

    /** A record with its display name. When that name exists in four languages, each of them is also searched. */
    public static SearchDocument of(Fact fact) {
        var kind = RecordKind.find(fact.type()).orElseThrow();
        return new SearchDocument(fact.id(), fact.label(), new Link(kind.path(fact.id())));
    }

    public SearchDocument standing(Rank its) {
        standing = its;
        return this;
    }

    /** Adds names that are as good as the record's own name. */
    public SearchDocument alsoNamed(String... others) {
        otherNames = distinct(Stream.concat(otherNames.stream(), Stream.of(others)));
        return this;
    }

    /** Adds other names, such as abbreviations, postal codes and former names. */
    public SearchDocument knownAs(List<String> others) {
        shortNames = distinct(Stream.concat(shortNames.stream(), others.stream()));
        return this;
    }

    /**
     * Adds its names in other languages, each of which stands for the Dutch name in every search: "Voka Gand" finds what
     * "Voka Gent" finds.
     *
     * @param names the name in each language that has one of its own
     */
    public SearchDocument exonyms(Text names) {
        exonyms = distinct(
                Stream.concat(exonyms.stream(), names.all().values().stream().filter(each -> !each.equals(name.nl()))));
        return this;
    }

    /**
     * Adds texts that the {@code q} of the record's own list searches besides names: street, postal code, municipality,
     * leading organisation.
     */
    public SearchDocument details(String... its) {
        details = distinct(Stream.concat(details.stream(), Stream.of(its)));
        return this;
    }

    /** Adds the places where it is or that it serves, for the search over all kinds only. */
    public SearchDocument whereabouts(List<String> its) {
        whereabouts = distinct(Stream.concat(whereabouts.stream(), its.stream()));
        return this;
    }

    /** Adds the sort of thing that it is, in the words that people use. */
    public SearchDocument sorts(String... its) {
        return sorts(Stream.of(its).map(Text::name).toArray(Text[]::new));
    }

    /** Adds the sort of thing that it is, in the words that people use in each language. */
    public SearchDocument sorts(Text... its) {
        sorts = Stream.concat(sorts.stream(), Stream.of(its))
                .filter(Objects::nonNull)
                .toList();
        return this;
    }

    /** Adds descriptive texts. */
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

    /** Its name in each language, then the names that are as good. */
    public List<String> names() {
        return distinct(Stream.concat(name.all().values().stream(), otherNames.stream()));
    }

    /** The names that are as good as its own name. */
    public List<String> otherNames() {
        return otherNames;
    }

    /** Its names in other languages. */
    public List<String> exonyms() {
        return exonyms;
    }

    /**
     * The short names, those in other languages, and the parenthesized part of each name, and the name without it:
     * "Universiteit Gent (UGent)" has two short names.
     */
    public List<String> shortNames() {
        var all = new ArrayList<>(shortNames);
        all.addAll(exonyms);
        for (var each : names()) {
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

    public List<Text> sorts() {
        return sorts;
    }

    public List<Text> texts() {
        return texts;
    }

    private static List<String> distinct(Stream<String> texts) {
        return texts.filter(Objects::nonNull).distinct().toList();
    }
}
