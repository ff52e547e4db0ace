package bizops.transform.model;

/**
 * A function over models, for users to call. Immutable.
 *
 * @param arguments as {@code CREATE FUNCTION} takes them
 * @param returns the relation whose rows it returns; the function stands in its schema
 * @param says what it gives
 * @param body the query
 */
public record SqlFunction(String name, String arguments, Relation returns, String says, Statement body) {

    /** The header of its file. */
    record Header(String arguments, String returns, String says) {}

    static SqlFunction parse(String path, String text) {
        SqlFile<Header> file = SqlFile.parse("5_functions/" + path, text, Header.class);
        Statement returns = Statement.own("select 1 from " + file.header().returns());
        return new SqlFunction(
                path.replace(".sql", ""),
                file.header().arguments(),
                returns.inputs().iterator().next(),
                file.header().says(),
                Statement.own(file.sql()));
    }
}
