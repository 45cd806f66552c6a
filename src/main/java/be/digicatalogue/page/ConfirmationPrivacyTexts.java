package be.digicatalogue.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page about privacy says of questions to operators, in {@code messages/mailprivacy_*.properties}. */
@MessageBundle(value = "mailprivacy", locale = "nl")
public interface ConfirmationPrivacyTexts {

    @Message
    String title();

    @Message
    String text();

    @Message
    String keptAddress();

    @Message
    String keptLink();

    @Message
    String confirmation();

    @Message
    String number();

    @Message
    String tokenHash();

    @Message
    String address();

    @Message
    String addressHash();

    @Message
    String lang();

    @Message
    String base();

    @Message
    String askedBy();

    @Message
    String reason();

    @Message
    String mailed();

    @Message
    String state();

    @Message
    String attempts();

    @Message
    String attemptedAt();

    @Message
    String dueAt();

    @Message
    String error();

    @Message
    String createdAt();

    @Message
    String sentAt();

    @Message
    String expiresAt();

    @Message
    String answeredAt();

    @Message
    String confirmationRecord();

    @Message
    String ofConfirmation();

    @Message
    String position();

    @Message
    String answer();

    @Message
    String report();

    @Message
    String suppressedAddress();

    @Message
    String suppressedAt();

    @Message
    String mailKey();

    @Message
    String onlyOne();

    @Message
    String key();
}
