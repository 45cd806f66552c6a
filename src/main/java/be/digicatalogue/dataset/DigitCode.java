package be.digicatalogue.dataset;

import be.digicatalogue.fact.Message;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.LinkedHashSet;
import java.util.regex.Pattern;

/**
 * Codes that consist of digits. A spreadsheet takes them for numbers: it drops zeros and a plus sign in front, other programs
 * add {@code .0}, and a long one becomes {@code 4.73E+08}.
 */
public enum DigitCode {
    POSTAL_CODE("^[1-9][0-9]{3}$", Message.of("expected.postalCode")),
    NIS_CODE("^[0-9]{5}$", Message.of("expected.nisCode")) {
        /** Only Belgium and its three regions have codes that start with a zero. */
        @Override
        String restored(String digits) {
            return digits.matches("[1-4]000") ? "0" + digits : digits;
        }
    },
    ENTERPRISE_NUMBER("^[01][0-9]{9}$", Message.of("expected.enterpriseNumber")) {
        @Override
        String restored(String digits) {
            return digits.length() == 9 && hasCheckDigits("0" + digits) ? "0" + digits : digits;
        }
    },
    PHONE("^\\+[0-9][0-9 ]{5,20}$", Message.of("expected.phone")) {
        /** Certain when the digits are a number in use in one way only: with a plus sign in front, or as a Belgian number. */
        @Override
        String restored(String digits) {
            var possible = new LinkedHashSet<String>();
            for (var prefix : new String[] {"+", "+32"}) {
                try {
                    var number = PHONES.parse(prefix + digits, null);
                    if (PHONES.isValidNumber(number)) {
                        possible.add(PHONES.format(number, PhoneNumberFormat.INTERNATIONAL));
                    }
                } catch (NumberParseException impossible) {
                    // not in this way
                }
            }
            return possible.size() == 1 ? possible.iterator().next() : digits;
        }
    };

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    private static final Pattern NUMBER = Pattern.compile("([1-9][0-9]*)(?:\\.0+)?");
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]+(?:[.,][0-9]+)?[eE]\\+?[0-9]{1,3}");

    private final String pattern;
    private final Message expected;

    DigitCode(String pattern, Message expected) {
        this.pattern = pattern;
        this.expected = expected;
    }

    /** The code that a column with this pattern has; {@code null} when it has none. */
    static DigitCode of(String pattern) {
        for (var code : values()) {
            if (code.pattern.equals(pattern)) {
                return code;
            }
        }
        return null;
    }

    String pattern() {
        return pattern;
    }

    Message expected() {
        return expected;
    }

    /** The code of which these digits are left, if that is certain; else the digits. */
    String restored(String digits) {
        return digits;
    }

    /** A phone number as somebody in Belgium writes it, such as {@code 09 267 78 00}, in international notation; else the text. */
    static String international(String phone) {
        if (phone.matches(PHONE.pattern)) {
            return phone;
        }
        try {
            var number = PHONES.parse(phone, "BE");
            return PHONES.isValidNumber(number) ? PHONES.format(number, PhoneNumberFormat.INTERNATIONAL) : phone;
        } catch (NumberParseException noNumber) {
            return phone;
        }
    }

    /** The original of what a spreadsheet made of a code; {@code null} when that is not certain. Other texts stay as they are. */
    String original(String cell) {
        var number = NUMBER.matcher(cell);
        if (number.matches()) {
            var restored = restored(number.group(1));
            return restored.matches(pattern) ? restored : null;
        }
        return SCIENTIFIC.matcher(cell).matches() ? null : cell;
    }

    /** The rule of the Crossroads Bank for Enterprises: the last two digits are 97 minus the first eight modulo 97. */
    public static boolean hasCheckDigits(String enterpriseNumber) {
        return 97 - Long.parseLong(enterpriseNumber.substring(0, 8)) % 97
                == Long.parseLong(enterpriseNumber.substring(8));
    }
}
