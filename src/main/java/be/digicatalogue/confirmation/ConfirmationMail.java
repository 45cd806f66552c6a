package be.digicatalogue.confirmation;

import be.digicatalogue.catalogue.Catalogue;
import be.digicatalogue.fact.Belgium;
import be.digicatalogue.fact.CalendarDate;
import be.digicatalogue.fact.InvisibleCharacters;
import be.digicatalogue.fact.Language;
import be.digicatalogue.fact.Reference;
import be.digicatalogue.http.HtmlPages;
import io.quarkus.mailer.Mail;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/** Writes the mail that asks an operator to confirm, as text and as HTML, in the language of the question. */
@Singleton
class ConfirmationMail {

    private static final String FOLDER = "/bevestig/";
    private static final String UNSUBSCRIBE = "/afmelden";

    private final HtmlPages pages;
    private final InstantSource clock;

    ConfirmationMail(HtmlPages pages, InstantSource clock) {
        this.pages = pages;
        this.clock = clock;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance plain(Letter letter);

        static native TemplateInstance rich(Letter letter);
    }

    /**
     * A mail before it is written.
     *
     * @param validUntil the last whole day on which its link works, in words
     */
    public record Letter(
            String lang,
            String subject,
            List<LetterSubject> subjects,
            String link,
            String unsubscribe,
            String validUntil) {}

    /** @param page the URL of the page about the record; {@code null} for a kind without pages */
    public record LetterSubject(String name, String page) {}

    /** The URL of the link in a mail. */
    static String link(String base, Language language, String token) {
        return base + (language == Language.NL ? "" : "/" + language.tag()) + FOLDER + token;
    }

    Mail of(Confirmations.DueMail due, Catalogue catalogue) {
        var language = due.language();
        var link = link(due.base(), language, due.token().text());
        var subjects = due.records().stream()
                .map(record -> subject(record, due, catalogue))
                .toList();
        var lastDay = clock.instant()
                .plus(Confirmations.LINK_VALID)
                .atZone(Belgium.ZONE)
                .toLocalDate()
                .minusDays(1);
        var letter = new Letter(
                language.tag(),
                title(subjects, language),
                subjects,
                link,
                link + UNSUBSCRIBE,
                CalendarDate.inWords(lastDay, language));
        return Mail.withText(due.to(), letter.subject(), written(Templates.plain(letter), language))
                .setHtml(written(Templates.rich(letter), language))
                // RFC 8058: mail programs unsubscribe with a POST to this URL.
                .addHeader("List-Unsubscribe", "<" + letter.unsubscribe() + ">")
                .addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                // RFC 3834: no answering machine answers.
                .addHeader("Auto-Submitted", "auto-generated");
    }

    private LetterSubject subject(Reference record, Confirmations.DueMail due, Catalogue catalogue) {
        var name = catalogue
                .find(record)
                .map(fact -> fact.label().in(due.language()))
                .orElse(record.id());
        return new LetterSubject(
                visible(name),
                pages.about(record, due.language())
                        .map(path -> due.base() + path)
                        .orElse(null));
    }

    private static String title(List<LetterSubject> subjects, Language language) {
        var texts = MessageBundles.get(ConfirmationTexts.class, Localized.Literal.of(language.tag()));
        return subjects.size() == 1
                ? texts.subjectOfOne(subjects.get(0).name())
                : texts.subjectOfMany(String.valueOf(subjects.size()));
    }

    /** A name on one line, without characters that could begin a header or turn the text around it. */
    private static String visible(String name) {
        var visible = new StringBuilder();
        name.codePoints()
                .map(c -> c == '\n' || InvisibleCharacters.problem(Character.toString(c)) != null ? ' ' : c)
                .forEach(visible::appendCodePoint);
        return visible.toString();
    }

    private static String written(TemplateInstance template, Language language) {
        return template.setLocale(language.tag()).render();
    }
}
