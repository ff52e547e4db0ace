package bizops.tap.marketo.bulk;

/** A job or its file will never come; another job for the same window may. Immutable. */
public final class ExportGoneException extends Exception {
    ExportGoneException(String why) {
        super(why);
    }
}
