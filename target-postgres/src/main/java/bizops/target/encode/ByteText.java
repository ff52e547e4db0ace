package bizops.target.encode;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bytes that a text encodes, as the digits that bytea is written in. */
final class ByteText {
    /** What stands before the digits in COPY text. */
    static final String COPY_PREFIX = "\\\\x";

    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]*");
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s");

    private ByteText() {}

    /** The digits of a hexadecimal text, which may begin with 0x or \x and leave out a leading zero; null if it is none. */
    static @Nullable String ofBase16(String text) {
        String digits = text.toLowerCase(Locale.ROOT);
        if (digits.startsWith("0x") || digits.startsWith("\\x")) {
            digits = digits.substring(2);
        }
        if (!DIGITS.matcher(digits).matches()) {
            return null;
        }
        return digits.length() % 2 == 0 ? digits : "0" + digits;
    }

    /** The digits of a text in base 64, its URL form and line breaks allowed; null if it is none. */
    static @Nullable String ofBase64(String text) {
        String plain =
                WHITE_SPACE.matcher(text).replaceAll("").replace('-', '+').replace('_', '/');
        try {
            return HexFormat.of().formatHex(Base64.getDecoder().decode(plain.getBytes(StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
