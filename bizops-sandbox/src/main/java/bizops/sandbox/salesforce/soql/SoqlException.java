package bizops.sandbox.salesforce.soql;

/** A query that Salesforce refuses; the code and message are those of its 400 reply. */
public final class SoqlException extends RuntimeException {
    private static final int CONTEXT = 60;

    private final String code;

    SoqlException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** A refusal that points at a place in the text; positions count from 0. */
    static SoqlException at(String code, String soql, int position, String message) {
        int from = Math.max(0, position - CONTEXT);
        String snippet = soql.substring(from, Math.min(soql.length(), position + CONTEXT))
                .replace('\n', ' ')
                .replace('\r', ' ')
                .replace('\t', ' ');
        return new SoqlException(
                code,
                "\n" + snippet + "\n" + " ".repeat(position - from) + "^\nERROR at Row:1:Column:" + (position + 1)
                        + "\n" + message);
    }

    public String code() {
        return code;
    }
}
