package bizops.singer.config;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding as URLs have it. Holds nothing. */
final class PercentEncoding {
    private static final int HEX = 16;

    private PercentEncoding() {}

    /**
     * The text with every {@code %xx} replaced; a percent sign before anything else stands for itself, as SQLAlchemy has
     * it.
     *
     * @throws IllegalArgumentException if that is no UTF-8
     */
    static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int at = 0; at < text.length(); ) {
            int high =
                    at + 2 < text.length() && text.charAt(at) == '%' ? Character.digit(text.charAt(at + 1), HEX) : -1;
            int low = high < 0 ? -1 : Character.digit(text.charAt(at + 2), HEX);
            if (low >= 0) {
                bytes.write(high * HEX + low);
                at += 3;
            } else {
                int character = text.codePointAt(at);
                bytes.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
                at += Character.charCount(character);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new IllegalArgumentException("has percent-encoded bytes that are no UTF-8", notText);
        }
    }
}
