package be.digicatalogue.page;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.digihub.ConsortiumType;
import be.digicatalogue.fact.Age;
import be.digicatalogue.fact.Belgium;
import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Facts;
import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Text;
import be.digicatalogue.geo.Nearby;
import be.digicatalogue.http.QueryString;
import be.digicatalogue.http.RequestContext;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request for a page: its language, parameters and catalogue. */
// Reflection in Qute would cache the first visit, and with it a catalogue that is long out of date.
@TemplateData
public final class Visit {

    private final Language language;
    private final String path;
    private final RequestContext context;
    private final Catalogue catalogue;
    private final Wording wording;

    /**
     * @param path the path in Dutch
     * @param context {@code null} for the page of a problem, which has no query
     * @param catalogue {@code null} when none has been read yet, for the page of a problem only
     */
    Visit(Language language, String path, RequestContext context, Catalogue catalogue) {
        this.language = language;
        this.path = path;
        this.context = context;
        this.catalogue = catalogue;
        this.wording = Wording.in(language);
    }

    public RequestContext asked() {
        return context;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    public Language language() {
        return language;
    }

    /** The tag of the language. */
    public String lang() {
        return language.tag();
    }

    /** The formats of numbers, days and distances in the language. */
    public Wording wording() {
        return wording;
    }

    /** The texts of the pages in the language. */
    public Texts texts() {
        return texts(Texts.class);
    }

    /** The texts of another bundle in the language. */
    <T> T texts(Class<T> bundle) {
        return MessageBundles.get(bundle, Localized.Literal.of(language.tag()));
    }

    /** The current day in Belgium. A page that uses it is valid until midnight. */
    LocalDate today() {
        context.view()
                .changesAt(
                        context.today().plusDays(1).atStartOfDay(Belgium.ZONE).toInstant());
        return context.today();
    }

    /** The path without its language. */
    public String path() {
        return path;
    }

    /** The fact whose id ends the path. */
    public <T extends Fact> T fact(Facts<T> facts) {
        return context.fact(facts, "id", path.substring(path.lastIndexOf('/') + 1));
    }

    /** The first non-empty value of a parameter; {@code null} without one. A form also sends empty fields. */
    public String parameter(String name) {
        return parameters(name).stream().findFirst().orElse(null);
    }

    public List<String> parameters(String name) {
        return context == null
                ? List.of()
                : context.parameters().getOrDefault(name, List.of()).stream()
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList();
    }

    /** The named parameters that have a value. */
    public LinkedHashMap<String, List<String>> parameters(List<String> names) {
        var sent = new LinkedHashMap<String, List<String>>();
        for (var name : names) {
            var values = parameters(name);
            if (!values.isEmpty()) {
                sent.put(name, values);
            }
        }
        return sent;
    }

    /** True when this page is in a section of the site. */
    public boolean isIn(String section) {
        return section.equals("/")
                ? path.equals("/") || path.startsWith("/digibanken/")
                : path.equals(section) || path.startsWith(section + "/");
    }

    /** True when a province has a digihub. */
    public boolean hasDigihub(String province) {
        return catalogue.of(ConsortiumType.TYPE).named(province).isPresent();
    }

    /** True for the first item of a list that starts with the nearest. */
    public Boolean isNearest(String near, int index) {
        return near != null && index == 0;
    }

    /**
     * How far away something is: only the municipality when it may be anywhere in it, and about how far when that is away;
     * {@code null} without an origin.
     */
    String distance(Nearby<?> nearby, String municipality) {
        if (nearby.distanceMetres() == null) {
            return null;
        }
        var distance = wording.distance(nearby.distanceMetres());
        if (nearby.distanceUncertainMetres() == null) {
            return distance;
        }
        return nearby.distanceMetres() <= nearby.distanceUncertainMetres()
                ? texts().somewhereIn(municipality)
                : texts().somewhereInAbout(municipality, distance);
    }

    /** The day on which the current catalogue was published. */
    public String published() {
        return wording.day(
                catalogue.revision().publishedAt().atZone(Belgium.ZONE).toLocalDate());
    }

    /** The URL of another page in the same language. */
    public String to(String other) {
        return address(language, other);
    }

    /** The URL of another page with parameters. */
    public String to(String other, Map<String, List<String>> question) {
        return address(to(other), question);
    }

    static String address(String path, Map<String, List<String>> question) {
        return path + (question.isEmpty() ? "" : "?" + QueryString.format(question));
    }

    static String address(Language language, String path) {
        if (language == Language.NL) {
            return path;
        }
        return "/" + language.tag() + (path.equals("/") ? "" : path);
    }

    /** The same page in another language. */
    public record Translation(String lang, String href, String name, boolean current) {}

    private static final Map<Language, String> NAMES =
            Map.of(Language.NL, "Nederlands", Language.FR, "Français", Language.DE, "Deutsch", Language.EN, "English");

    /** The same page with the same parameters in each language. */
    public List<Translation> translations() {
        var question = context == null
                ? new LinkedHashMap<String, List<String>>()
                : parameters(List.copyOf(context.parameters().keySet()));
        return Arrays.stream(Language.values())
                .map(other -> new Translation(
                        other.tag(), address(address(other, path), question), NAMES.get(other), other == language))
                .toList();
    }

    /** The same page in each language, absolute and without parameters, for search engines. */
    public List<Translation> alternates() {
        return Arrays.stream(Language.values())
                .map(other -> new Translation(
                        other.tag(), base() + address(other, path), NAMES.get(other), other == language))
                .toList();
    }

    /** The canonical URL of this page. */
    public String canonical() {
        return base() + address(language, path);
    }

    /** Scheme and host; empty for the page of a problem, whose request may have none. */
    public String base() {
        return context == null ? "" : context.base();
    }

    /** The URL of the form that reports a record. */
    public String report(Fact record) {
        return ReportPage.about(record.reference(), this);
    }

    /** A text of the catalogue, marked when its language differs from that of the page. */
    public RawString said(Text text) {
        if (text == null) {
            return new RawString("");
        }
        context.say(text);
        var spoken = text.languageFor(language);
        var words = escaped(text.in(language));
        return new RawString(spoken == language ? words : "<span lang=\"" + spoken.tag() + "\">" + words + "</span>");
    }

    /** The name of a referenced fact. */
    public String name(Reference reference) {
        return context.view().name(reference).orElse(reference.id());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** The date of a field that has one, and how certain it is. */
    String date(Age age) {
        var date = wording().date(age.newest());
        return switch (age.newestCertainty()) {
            case EXACT -> date;
            case NOT_BEFORE -> texts().dateOrLater(date);
            case ABOUT, INFERRED -> texts().dateAbout(date);
        };
    }
}
