package be.digicatalogue.fact;

import com.dynatrace.hash4j.hashing.Hashing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A hash of content, for entity tags. */
public final class Digest {

    private Digest() {}

    /** XXH3 with 128 bits: practically without collisions, and as fast as copying. It is not a cryptographic hash. */
    public static String of(byte[] content) {
        var hash = Hashing.xxh3_128().hashBytesTo128Bits(content);
        var bytes = ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(hash.getMostSignificantBits())
                .putLong(hash.getLeastSignificantBits());
        return new String(Base64.getUrlEncoder().withoutPadding().encode(bytes.array()), StandardCharsets.US_ASCII);
    }
}
