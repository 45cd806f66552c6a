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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How facts look in one answer: which catalogue resolves their references, in which language, at which address, at which
 * moment. It notes what the answer came to depend on.
 */
public final class View {

    private final Catalogue catalogue;
    private final String base;
    private final Language language;
    private final ZonedDateTime now;
    private final Instant instant;
    private final Set<Language> spoken = EnumSet.noneOf(Language.class);
    /** The pieces that an answer is put together of; {@code null} when every fact is written anew. */
    private final JsonFragments pieces;

    private final boolean tellsLanguages;

    /** Whether records say which of their fields are overdue or undated. */
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

    /** Scheme and host that links begin with. */
    public String base() {
        return base;
    }

    Instant now() {
        return instant;
    }

    /** The fact behind a reference. */
    Optional<? extends Fact> find(Reference reference) {
        return catalogue.find(reference);
    }

    /** The piece that shows a fact, and with it what the answer comes to depend on; empty when there is none. */
    Optional<JsonFragment> written(Fact fact) {
        var piece = pieces == null || !tellsAges && fact instanceof Dated
                ? Optional.<JsonFragment>empty()
                : pieces.of(fact, this);
        piece.ifPresent(written -> {
            spoken.addAll(written.spoken());
            changesAt(written.sameUntil());
        });
        return piece;
    }

    /** Writes a fact anew. */
    JsonFragment write(Fact fact) {
        var plain = new View(catalogue, base, language, now, null, false);
        return new JsonFragment(Json.writePiece(fact, plain), plain.spoken, plain.sameUntil);
    }

    /** An answer with the language of each text beside it. */
    ObjectNode treeWithLanguages(Object answer) {
        var telling = new View(catalogue, base, language, now, null, true);
        telling.tellsAges = tellsAges;
        var tree = Json.tree(answer, telling);
        spoken.addAll(telling.spoken);
        changesAt(telling.sameUntil);
        return tree;
    }

    /** Leaves out what follows of the age of fields: the answer outlives the day. */
    public void leaveAgesOut() {
        tellsAges = false;
    }

    /** The fields of a record that are overdue; none where ages are left out. */
    public List<String> overdue(Dated fact) {
        return tellsAges ? catalogue.ages().overdue(fact, now.toLocalDate()) : List.of();
    }

    /** The fields of a record that are undated; none where ages are left out. */
    public List<String> undated(Dated fact) {
        return tellsAges ? catalogue.ages().undated(fact, now.toLocalDate()) : List.of();
    }

    /** Whether a text is written as JSON-LD has it, with its language. */
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

    /** Notes that the answer has words of its own in the language that was asked. */
    public void speak() {
        spoken.add(language);
    }

    /** Notes that the answer has words of its own in a language, whichever was asked. */
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

    /** Notes that the same question has another answer from an instant on. */
    public void changesAt(Instant instant) {
        sameUntil = instant.isBefore(sameUntil) ? instant : sameUntil;
    }

    /** The first instant at which the answer may be another one, of what was noted so far. */
    Instant sameUntil() {
        return sameUntil;
    }

    /** The languages of the texts; the asked one when there were none. */
    Set<Language> spoken() {
        return spoken.isEmpty() ? EnumSet.of(language) : spoken;
    }
}
