package bizops.report.formula;

/** What the names in a formula stand for. */
public interface Names {
    /** A sum, a constant ({@code build.} before its name) or another measure's formula. */
    Formula named(String name) throws FormulaException;

    /** The median of a column, each of its values taken as often as the count says. */
    Formula median(String values, String count) throws FormulaException;

    /** What a reader calls it. */
    String spoken(String name);
}
