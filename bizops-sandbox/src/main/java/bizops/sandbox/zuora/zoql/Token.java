package bizops.sandbox.zuora.zoql;

/** A piece of a query. A string is without its quotes. */
record Token(Kind kind, String text) {
    enum Kind {
        NAME,
        NUMBER,
        STRING,
        SYMBOL,
        END
    }

    boolean is(String word) {
        return (kind == Kind.NAME || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
    }
}
