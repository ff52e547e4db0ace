package bizops.tap.zuora.rest;

/** What an error reply means for the one who asked; the class, not the text, decides what happens next. */
public enum ErrorKind {
    /** The token ended or is wrong: log in once more and repeat. */
    AUTH,
    /** The tenant has several entities and the request names none. */
    ENTITY,
    /** Too many requests: wait as long as the reply says. */
    RATE,
    /** Something passing: repeat after a pause. */
    TRANSIENT,
    /** The tenant's jobs are all taken: submit again after a pause. */
    BUSY,
    /** The result is too large or takes too long: ask for less. */
    TOO_MUCH,
    /** A field that describe offers and the query does not know. */
    FIELD,
    /** An object or relation that the query does not know. */
    SOURCE,
    /** The object cannot tell its deleted rows. */
    NO_DELETIONS,
    NOT_FOUND,
    PERMISSION,
    /** Everything else: it will fail the same way again. */
    PERMANENT;

    /** Whether the same request may succeed after a pause. */
    public boolean retriable() {
        return this == RATE || this == TRANSIENT;
    }
}
