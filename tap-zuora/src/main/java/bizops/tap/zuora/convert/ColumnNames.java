package bizops.tap.zuora.convert;

import bizops.tap.zuora.discover.ObjectDescription;
import java.util.Locale;

/** Names of a file's columns, which come in any case and with or without their object: {@code ACCOUNT.Id}. Stateless. */
public final class ColumnNames {
    private ColumnNames() {}

    /** Whether the column has the object's own id. */
    public static boolean isId(String object, String column) {
        return bare(object, column).equals(folded(ObjectDescription.ID));
    }

    /** The same for every spelling of one column: without its object's name, in lower case. */
    static String bare(String object, String column) {
        String name = folded(column.strip());
        String own = folded(object) + ".";
        return name.startsWith(own) ? name.substring(own.length()) : name;
    }

    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
