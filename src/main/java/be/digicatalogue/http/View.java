package be.digicatalogue.http;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.fact.Fact;
import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Lasting;
import be.digicatalogue.fact.Link;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.fact.Text;
import be.digicatalogue.hours.HoursAt;
import be.digicatalogue.hours.Opening;
import be.digicatalogue.record.Dated;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How one answer shows facts: the catalogue that resolves references, the language, the base URL and the moment. It records
 * what the answer depends on.
 */
public final class View {

    private final Catalogue catalogue;
    private final String base;
    private final Language language;
    private final ZonedDateTime now;
    private final Instant instant;
    private final Set<Language> spoken = EnumSet.noneOf(Language.class);
    /** The cache of fragments; {@code null} when every fact is serialized again. */
    private final JsonFragments pieces;

    private final boolean tellsLanguages;

    /** True when records list their overdue and undated fields. */
    private boolean tellsAges;

    private Instant sameUntil;

    public View(Catalogue catalogue, String base, Language language, ZonedDateTime now) {
        this(catalogue, base, language, now, catalogue == null ? null : JsonFragments.of(catalogue), false);
    }

    private View(
            Catalogue catalogue,
            String base,
            Language language,
            ZonedDateTime now,
            JsonFragments pieces,
            boolean tellsLanguages) {
        this.catalogue = catalogue;
        this.base = base;
        this.language = language;
        this.now = now;
        this.instant = now.toInstant();
        this.pieces = pieces;
        this.tellsLanguages = tellsLanguages;
        tellsAges = catalogue != null;
        sameUntil = catalogue == null ? Instant.MAX : catalogue.nextChangeAfter(instant);
    }

    Language language() {
        return language;
    }

    /** The scheme and host of links. */
    public String base() {
        return base;
    }

    Instant now() {
        return instant;
    }

    /** The referenced fact. */
    Optional<? extends Fact> find(Reference reference) {
        return catalogue.find(reference);
    }

    /** The cached fragment of a fact, whose dependencies become those of the answer; empty when there is none. */
    Optional<JsonFragment> written(Fact fact) {
        var piece = pieces == null || !tellsAges && fact instanceof Dated
                ? Optional.<JsonFragment>empty()
                : pieces.of(fact, this);
        piece.ifPresent(written -> {
            spoken.addAll(written.spoken());
            changesAt(written.validity().until());
        });
        return piece;
    }

    /** Serializes a fact. */
    JsonFragment write(Fact fact) {
        var plain = new View(catalogue, base, language, now, null, false);
        return new JsonFragment(Json.writePiece(fact, plain), plain.spoken, plain.validity());
    }

    /** An answer with the language of each text. */
    ObjectNode treeWithLanguages(Object answer) {
        var telling = new View(catalogue, base, language, now, null, true);
        telling.tellsAges = tellsAges;
        var tree = Json.tree(answer, telling);
        spoken.addAll(telling.spoken);
        changesAt(telling.sameUntil);
        return tree;
    }

    /** Omits what follows from the age of fields, because the answer outlives the day. */
    public void leaveAgesOut() {
        tellsAges = false;
    }

    /** The overdue fields of a record; empty when ages are omitted. */
    public List<String> overdue(Dated fact) {
        return tellsAges ? catalogue.ages().overdue(fact, now.toLocalDate()) : List.of();
    }

    /** The undated fields of a record; empty when ages are omitted. */
    public List<String> undated(Dated fact) {
        return tellsAges ? catalogue.ages().undated(fact, now.toLocalDate()) : List.of();
    }

    /** True when texts are written with their language, as JSON-LD requires. */
    boolean tellsLanguages() {
        return tellsLanguages;
    }

    public String say(Text text) {
        if (text == null) {
            return null;
        }
        spoken.add(text.languageFor(language));
        return text.in(language);
    }

    /** Records that the answer contains words in the requested language. */
    public void speak() {
        spoken.add(language);
    }

    /** Records that the answer contains words in a given language. */
    public void speak(Language words) {
        spoken.add(words);
    }

    public String href(Link link) {
        return base + link.path();
    }

    public String href(Reference reference) {
        return base + "/v1/" + reference.type() + "/" + reference.id();
    }

    public Optional<String> name(Reference reference) {
        return find(reference).map(Fact::label).map(this::say);
    }

    public boolean ended(Lasting fact) {
        return fact.endedOn(now.toLocalDate());
    }

    public Opening opening(HoursAt hours) {
        var opening = hours.opening(instant);
        changesAt(opening.sameUntil());
        return opening;
    }

    /** Records that the answer to the same request changes at an instant. */
    public void changesAt(Instant instant) {
        sameUntil = instant.isBefore(sameUntil) ? instant : sameUntil;
    }

    /** When the answer is right, as recorded so far. Nothing changes within a minute. */
    Validity validity() {
        return new Validity(instant.truncatedTo(ChronoUnit.MINUTES), sameUntil);
    }

    /** The languages of the texts; the requested one when there are none. */
    Set<Language> spoken() {
        return spoken.isEmpty() ? EnumSet.of(language) : spoken;
    }
}
