package bizops.sandbox.salesforce.data;

/**
 * Salesforce record ids: 3 characters of key prefix, 2 of instance, a reserved 0, 9 base-62 digits, and a suffix of 3
 * that holds the case of the 15 before it.
 */
public final class RecordId {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String SUFFIX = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final int SHORT_LENGTH = 15;
    private static final int BODY_DIGITS = 9;
    private static final int BLOCK = 5;

    private RecordId() {}

    /** The 18-character id with this serial number. */
    public static String of(String keyPrefix, String instance, long serial) {
        char[] body = new char[BODY_DIGITS];
        long rest = serial;
        for (int i = BODY_DIGITS - 1; i >= 0; i--) {
            body[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
            rest /= DIGITS.length();
        }
        String id = keyPrefix + instance + "0" + new String(body);
        return id + suffix(id);
    }

    /** The serial number in an id, or -1 if it holds something else. */
    public static long serial(String id) {
        long serial = 0;
        for (int i = SHORT_LENGTH - BODY_DIGITS; i < SHORT_LENGTH; i++) {
            int digit = i < id.length() ? DIGITS.indexOf(id.charAt(i)) : -1;
            if (digit < 0) {
                return -1;
            }
            serial = serial * DIGITS.length() + digit;
        }
        return serial;
    }

    /** The suffix of a 15-character id. */
    public static String suffix(String shortId) {
        StringBuilder suffix = new StringBuilder();
        for (int block = 0; block < SHORT_LENGTH; block += BLOCK) {
            int bits = 0;
            for (int i = 0; i < BLOCK; i++) {
                char c = shortId.charAt(block + i);
                if (c >= 'A' && c <= 'Z') {
                    bits |= 1 << i;
                }
            }
            suffix.append(SUFFIX.charAt(bits));
        }
        return suffix.toString();
    }

    /** The part that identifies the record: the first 15 characters. */
    public static String shortForm(String id) {
        return id.length() > SHORT_LENGTH ? id.substring(0, SHORT_LENGTH) : id;
    }
}
