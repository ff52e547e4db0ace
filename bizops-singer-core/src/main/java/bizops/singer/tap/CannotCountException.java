package bizops.singer.tap;

/** A stream cannot be counted as it stands, which is no failure; the message says why and what to do. */
public final class CannotCountException extends Exception {
    private static final long serialVersionUID = 1L;

    public CannotCountException(String why) {
        super(why);
    }

    /** Why; never null here. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
