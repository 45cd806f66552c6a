package be.digicatalogue.catalogue;

import be.digicatalogue.dataset.Export;
import be.digicatalogue.dataset.Revision;
import be.digicatalogue.history.Changes;
import be.digicatalogue.history.PublishedRevision;
import be.digicatalogue.record.ReviewPeriods;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jboss.logging.Logger;

/**
 * A copy of the last revision in a file of this instance, from which it can serve after a restart without a database. The
 * file is a zip with the revision, the history and the dataset, followed by its SHA-256. A new copy is written to a temporary
 * file and replaces the old one atomically. A damaged copy is not served.
 */
public final class CopyOnDisk {

    private static final Logger LOG = Logger.getLogger(CopyOnDisk.class);

    private static final String FILE = "catalogue.copy";
    private static final int DIGEST_BYTES = 32;
    private static final int BUFFER_BYTES = 1 << 16;

    /**
     * These names identify the version of the format. A copy in another format has other names, and is therefore not served.
     */
    private static final String REVISION = "revision-with-id.json";

    private static final String HISTORY = "history.json";
    private static final String DATASET = "dataset.zip";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // The annotations say what answers omit and add; the copy needs exactly all fields.
            .disable(MapperFeature.USE_ANNOTATIONS)
            // An entry ends before the file does.
            .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    private final Path file;

    /** @param folder the folder of the copy, created when missing */
    public CopyOnDisk(Path folder) {
        this.file = folder.resolve(FILE);
    }

    /** True when there is a copy, intact or not, which shows that a catalogue was served from this folder. */
    public boolean exists() {
        return Files.exists(file);
    }

    @Override
    public String toString() {
        return file.toString();
    }

    /** Stores a catalogue. When that fails, returns false and keeps the previous copy. */
    boolean keep(Catalogue catalogue) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var fresh = file.resolveSibling(FILE + ".new");
            try (var channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                write(catalogue, channel);
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException unwritable) {
            LOG.warnf(
                    "Revision %d cannot be kept in %s: %s", catalogue.revision().number(), file, unwritable);
            return false;
        }
    }

    private static void write(Catalogue catalogue, FileChannel channel) throws IOException {
        var digest = sha256();
        var stream = new BufferedOutputStream(Channels.newOutputStream(channel));
        var zip = new ZipOutputStream(new DigestOutputStream(stream, digest));
        zip.putNextEntry(new ZipEntry(REVISION));
        zip.write(JSON.writeValueAsBytes(catalogue.revision()));
        zip.putNextEntry(new ZipEntry(HISTORY));
        JSON.writeValue(zip, catalogue.changes().revisions());
        zip.putNextEntry(new ZipEntry(DATASET));
        zip.write(catalogue.export().zip().content());
        zip.finish();
        stream.write(digest.digest());
        stream.flush();
    }

    /**
     * The stored catalogue; empty when there is no intact copy.
     *
     * @param periods the review periods of its fields
     */
    Optional<Catalogue> read(ReviewPeriods periods) {
        try {
            if (!isWhole()) {
                LOG.errorf("The copy in %s is damaged, so it is not served", file);
                return Optional.empty();
            }
            try (var zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
                return Optional.of(read(zip, periods));
            }
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | RuntimeException unreadable) {
            LOG.errorf(unreadable, "The copy in %s cannot be read, so it is not served", file);
            return Optional.empty();
        }
    }

    private boolean isWhole() throws IOException {
        var digest = sha256();
        try (var stream = new BufferedInputStream(Files.newInputStream(file))) {
            var some = new byte[BUFFER_BYTES];
            for (long left = Files.size(file) - DIGEST_BYTES; left > 0; ) {
                int read = stream.read(some, 0, (int) Math.min(left, some.length));
                if (read < 0) {
                    return false;
                }
                digest.update(some, 0, read);
                left -= read;
            }
            return Arrays.equals(digest.digest(), stream.readAllBytes());
        }
    }

    private static Catalogue read(ZipInputStream zip, ReviewPeriods periods) throws IOException {
        next(zip, REVISION);
        var revision = JSON.readValue(zip, Revision.class);
        next(zip, HISTORY);
        var history = List.of(JSON.readValue(zip, PublishedRevision[].class));
        next(zip, DATASET);
        return new Catalogue(revision, Export.read(zip), Changes.NONE.and(history), periods);
    }

    private static void next(ZipInputStream zip, String name) throws IOException {
        var entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(name)) {
            throw new IOException("another version of the service wrote it: " + name + " is expected");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
