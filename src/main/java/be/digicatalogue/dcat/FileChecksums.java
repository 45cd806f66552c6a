package be.digicatalogue.dcat;

import be.digicatalogue.catalogue.Catalogue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipInputStream;

/**
 * The checksums of the dataset's zip and of the tables in it. Other files are written anew for each reader, because they
 * contain the address at which the service was asked.
 */
final class FileChecksums {

    /** @param sha256 in lower-case hexadecimal digits */
    record Checksum(long bytes, String sha256) {}

    private final Checksum zip;
    private final Map<String, Checksum> files = new HashMap<>();

    /** Reads the zip, which takes some seconds for a gigabyte of tables. */
    FileChecksums(Catalogue catalogue) {
        var content = catalogue.export().zip().content();
        zip = checksum(new ByteArrayInputStream(content));
        try (var tables = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = tables.getNextEntry(); entry != null; entry = tables.getNextEntry()) {
                files.put(entry.getName(), checksum(tables));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    Checksum zip() {
        return zip;
    }

    /** @param name a file in the zip */
    Checksum of(String name) {
        return files.get(name);
    }

    private static Checksum checksum(InputStream file) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var bytes = new DigestInputStream(file, digest).transferTo(OutputStream.nullOutputStream());
            return new Checksum(bytes, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
