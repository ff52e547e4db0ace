package bizops.report.formula;

/** A formula is wrong; the message says what and at which of its words. */
public final class FormulaException extends Exception {
    private static final long serialVersionUID = 1;

    public FormulaException(String message) {
        super(message);
    }

    /** Never null, unlike that of an exception in general. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
