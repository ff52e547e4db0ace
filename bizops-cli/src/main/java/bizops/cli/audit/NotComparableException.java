package bizops.cli.audit;

/** A stream cannot be compared, which is no difference; the message says why. */
final class NotComparableException extends Exception {
    private static final long serialVersionUID = 1L;

    NotComparableException(String why) {
        super(why);
    }

    /** Why; never null here. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
