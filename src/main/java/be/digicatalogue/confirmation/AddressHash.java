package be.digicatalogue.confirmation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashes of e-mail addresses (HMAC-SHA-256), which tell whether an address is known without telling the address. Without
 * the key nobody can try addresses.
 */
final class AddressHash {

    private static final String ALGORITHM = "HmacSHA256";

    private AddressHash() {}

    /** The hash of an address. Mail servers do not tell capitals from small letters, so the hash does not either. */
    static byte[] of(String address, byte[] key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(normal(address).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** An address as it is compared with others. */
    static String normal(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
