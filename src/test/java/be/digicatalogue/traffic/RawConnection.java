package be.digicatalogue.traffic;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;

/** A bare connection, for what no HTTP client would send. */
public final class RawConnection implements AutoCloseable {

    private final Socket socket = new Socket();
    private final StringBuilder received = new StringBuilder();

    public RawConnection(URI service) throws IOException {
        // What is not read then waits in the service, not in the buffers of the system.
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(service.getHost(), service.getPort()));
    }

    public RawConnection send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        return this;
    }

    /** Reads for as long as this takes, or until the other end closes. */
    public boolean endsWithin(Duration time) throws IOException {
        return endsWithin(time, "");
    }

    /** The same while it sends a piece every 100 milliseconds. */
    public boolean endsWithin(Duration time, String piece) throws IOException {
        socket.setSoTimeout(100);
        long end = System.nanoTime() + time.toNanos();
        var some = new byte[4096];
        while (System.nanoTime() < end) {
            try {
                send(piece);
                int read = socket.getInputStream().read(some);
                if (read < 0) {
                    return true;
                }
                received.append(new String(some, 0, read, ISO_8859_1));
            } catch (SocketTimeoutException nothingYet) {
                continue;
            } catch (IOException reset) {
                return true;
            }
        }
        return false;
    }

    /** Reads until an answer begins or the other end closes, at most for as long as this; false when nothing came. */
    public boolean answersWithin(Duration time) throws IOException {
        socket.setSoTimeout((int) time.toMillis());
        var some = new byte[4096];
        try {
            int read = socket.getInputStream().read(some);
            received.append(new String(some, 0, Math.max(0, read), ISO_8859_1));
            return read > 0;
        } catch (IOException nothing) {
            return false;
        }
    }

    /** Sends again and again and reads nothing; false when it may go on after this time. */
    public boolean isCutWhileItOnlySends(Duration time, String text) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        var bytes = text.getBytes(ISO_8859_1);
        try {
            while (System.nanoTime() < end) {
                socket.getOutputStream().write(bytes);
            }
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    public String received() {
        return received.toString();
    }

    /** Ends as a client that crashes: what it has not read is lost. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
