package be.digicatalogue.http;

import be.digicatalogue.fact.Message;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Builds answers in memory whose size grows with their facts. As many are built at once as there are processors, each up to a
 * limit in bytes. Building one takes longer than an event loop may be blocked.
 */
@ApplicationScoped
public class BoundedExports {

    private final int mostBytes;
    private final Semaphore makers = new Semaphore(Runtime.getRuntime().availableProcessors());

    BoundedExports(@ConfigProperty(name = "catalogue.export.most-bytes") int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Writes the content of an answer. */
    public interface ExportContent {
        void to(OutputStream answer) throws IOException;
    }

    /**
     * The bytes of an answer. Waits for its turn, so it must not be called on an event loop.
     *
     * @throws Refusal when the answer is longer than the limit
     */
    public byte[] made(ExportContent making) {
        makers.acquireUninterruptibly();
        try {
            var answer = new Bounded();
            making.to(answer);
            return answer.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            makers.release();
        }
    }

    private final class Bounded extends ByteArrayOutputStream {

        @Override
        public void write(int octet) {
            makeRoom(1);
            super.write(octet);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            makeRoom(length);
            super.write(bytes, offset, length);
        }

        private void makeRoom(int length) {
            if (length > mostBytes - count) {
                throw new Refusal(Problem.serviceUnavailable(Message.of("problem.exportTooLong", mostBytes)));
            }
        }
    }
}
