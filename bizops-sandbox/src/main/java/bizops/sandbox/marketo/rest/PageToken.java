package bizops.sandbox.marketo.rest;

import bizops.sandbox.marketo.wire.MarketoException;
import java.nio.charset.StandardCharsets;

/** Paging tokens: text in base 32, padded, as Marketo's are (section 6 of the vendor notes). */
final class PageToken {
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int BLOCK = 8;

    private PageToken() {}

    static String text(String plain) {
        StringBuilder token = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte next : plain.getBytes(StandardCharsets.UTF_8)) {
            buffer = (buffer << Byte.SIZE) | (next & 0xFF);
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                token.append(DIGITS.charAt((buffer >> bits) & 31));
            }
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) {
            token.append(DIGITS.charAt((buffer << (BITS - bits)) & 31));
        }
        while (token.length() % BLOCK != 0) {
            token.append('=');
        }
        return token.toString();
    }

    /** The text of a token; refuses what is none. */
    static String read(String token) {
        byte[] bytes = new byte[token.length()];
        int length = 0;
        int buffer = 0;
        int bits = 0;
        for (char next : token.replace("=", "").toCharArray()) {
            int digit = DIGITS.indexOf(next);
            if (digit < 0) {
                throw new MarketoException("1003", "Invalid data: paging token");
            }
            buffer = (buffer << BITS) | digit;
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes[length++] = (byte) (buffer >> bits);
            }
            buffer &= (1 << bits) - 1;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
