package be.digicatalogue.confirmation;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.activation.CommandMap;
import jakarta.activation.MailcapCommandMap;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;

/** A mail server for the service under test, on a port of its own. */
public class MailServer implements QuarkusTestResourceLifecycleManager {

    static final String SENDER = "catalogus@digi.example";

    private static GreenMail server;
    private static ServerSetup setup;

    /**
     * The classes that read the parts of a mail. A library of the contract tests brings an older mail library, whose list would
     * be found first.
     */
    private static void chooseReaders() {
        var readers = (MailcapCommandMap) CommandMap.getDefaultCommandMap();
        readers.addMailcap("text/plain;; x-java-content-handler=org.eclipse.angus.mail.handlers.text_plain");
        readers.addMailcap("text/html;; x-java-content-handler=org.eclipse.angus.mail.handlers.text_html");
        readers.addMailcap("multipart/*;; x-java-content-handler=org.eclipse.angus.mail.handlers.multipart_mixed");
    }

    @Override
    public Map<String, String> start() {
        chooseReaders();
        setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        server = new GreenMail(setup);
        server.start();
        setup = server.getSmtp().getServerSetup().port(server.getSmtp().getPort());
        return Map.of(
                "quarkus.mailer.mock",
                "false",
                "quarkus.mailer.host",
                "127.0.0.1",
                "quarkus.mailer.port",
                String.valueOf(setup.getPort()),
                "quarkus.mailer.from",
                SENDER);
    }

    /** The mails that have arrived. */
    static List<MimeMessage> arrived() {
        return List.of(server.getReceivedMessages());
    }

    /** Forgets the mails that have arrived. */
    static void empty() throws Exception {
        server.purgeEmailFromAllMailboxes();
    }

    /** As when the mail server goes down. */
    static void away() {
        server.stop();
    }

    /** On the same port. */
    static void back() {
        server = new GreenMail(setup);
        server.start();
    }

    @Override
    public void stop() {
        server.stop();
    }
}
