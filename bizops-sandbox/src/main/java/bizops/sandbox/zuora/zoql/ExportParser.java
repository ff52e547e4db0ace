package bizops.sandbox.zuora.zoql;

/** Export ZOQL as it is written. */
final class ExportParser extends Parser {
    ExportParser(Tokens tokens) {
        super(tokens);
    }
}
