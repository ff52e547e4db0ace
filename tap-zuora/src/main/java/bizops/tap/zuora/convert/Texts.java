package bizops.tap.zuora.convert;

/** Texts without U+0000, which neither PostgreSQL nor most readers of CSV can hold. Owned by one thread. */
final class Texts {
    private long cleaned;

    String clean(String text) {
        if (text.indexOf('\0') < 0) {
            return text;
        }
        cleaned++;
        return text.replace("\0", "");
    }

    /** How many texts had some. */
    long cleaned() {
        return cleaned;
    }
}
