package bizops.transform.docs;

import bizops.transform.model.Relation;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A relation as its page shows it. Immutable.
 *
 * @param kind table, view, staging table or seed
 * @param grain what a row is
 * @param inputs the relations it reads
 * @param tests what is tested, in words
 * @param sql how it is made; empty where a file or a raw table is its source
 */
record Node(
        Relation relation,
        String kind,
        String grain,
        List<String> key,
        List<Column> columns,
        Set<Relation> inputs,
        List<String> tests,
        String sql) {

    /** What a link or a file system might take for something else. */
    private static final Pattern SPECIAL = Pattern.compile("[^A-Za-z0-9_.]");

    /** A column; {@code isNullable} also where nobody says. */
    record Column(String name, boolean isNullable, String comment) {}

    String name() {
        return relation.toString();
    }

    /** The page's file name. */
    String file() {
        return file(relation);
    }

    static String file(Relation relation) {
        return SPECIAL.matcher(relation.toString())
                        .replaceAll(
                                found -> "-" + Integer.toHexString(found.group().codePointAt(0)) + "-")
                + ".html";
    }
}
