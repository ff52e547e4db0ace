package bizops.tap.salesforce.convert;

/**
 * Texts as they may be written in UTF-8. A surrogate without its partner has no UTF-8 form and becomes U+FFFD, counted;
 * every other code point stays, U+0000 included. Owned by one thread.
 */
final class Texts {
    private static final char REPLACEMENT = '\uFFFD';

    private long replaced;

    /** The text itself, or a copy without lone surrogates. */
    String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (isPair(text, i)) {
                    i++;
                } else {
                    return replace(text);
                }
            }
        }
        return text;
    }

    /** How many surrogates were replaced so far. */
    long replaced() {
        return replaced;
    }

    private String replace(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                clean.append(c);
            } else if (isPair(text, i)) {
                clean.append(c).append(text.charAt(++i));
            } else {
                clean.append(REPLACEMENT);
                replaced++;
            }
        }
        return clean.toString();
    }

    private static boolean isPair(String text, int at) {
        return at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }
}
