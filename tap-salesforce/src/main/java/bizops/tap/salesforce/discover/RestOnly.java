package bizops.tap.salesforce.discover;

/** Which objects the Bulk API does not support ({@code Entity 'X' is not supported by the Bulk API.}). */
public final class RestOnly {
    private static final SpecialObjects SPECIAL = SpecialObjects.load();

    private RestOnly() {}

    /** Whether the object of that name can be read over REST alone. */
    public static boolean is(String object) {
        return SPECIAL.restOnly(object);
    }
}
