package bizops.sandbox.zuora.zoql;

/** A query that Zuora refuses; the message is the text after {@code Error =}. */
public final class ZoqlException extends RuntimeException {
    ZoqlException(String message) {
        super(message);
    }

    static ZoqlException noField(String name) {
        return new ZoqlException("There is no field named " + name);
    }

    static ZoqlException noSource() {
        return new ZoqlException("The requested data source could not be found");
    }
}
