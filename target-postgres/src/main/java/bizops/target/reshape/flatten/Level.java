package bizops.target.reshape.flatten;

import java.util.Map;

/**
 * What becomes of the members of one object. Immutable.
 *
 * @param prefix of the columns of members; empty for the record itself
 * @param columns the names of the members that become one column each
 * @param objects the members that are taken apart in turn
 * @param closed whether the schema refuses members that it does not name
 */
record Level(String prefix, Map<String, String> columns, Map<String, Level> objects, boolean closed) {
    boolean isRecord() {
        return prefix.isEmpty();
    }
}
