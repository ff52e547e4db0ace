package bizops.target.reshape.flatten;

import bizops.target.table.Identifier;
import java.nio.charset.StandardCharsets;

/**
 * What the members of objects are called as columns. Immutable.
 *
 * @param separator stands between the name of an object and that of its member
 * @param longest in bytes of UTF-8
 */
record FlatNames(String separator, int longest) {
    /** The name for a member of the object whose own names, each with a separator behind it, are the prefix. */
    String of(String prefix, String member) {
        String name = prefix + member;
        boolean fits = prefix.isEmpty() || name.getBytes(StandardCharsets.UTF_8).length <= longest;
        return fits ? name : Identifier.distinct(name, name, longest);
    }

    /** The prefix for the members of a member. */
    String prefix(String prefix, String member) {
        return prefix + member + separator;
    }
}
