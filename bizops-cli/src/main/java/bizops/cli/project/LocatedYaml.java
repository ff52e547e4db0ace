package bizops.cli.project;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A YAML document that knows its lines. Immutable, but for the tree.
 *
 * @param file its name, for messages
 * @param lines from JSON pointer to the line of the key or item, from 1
 */
record LocatedYaml(String file, ObjectNode root, Map<String, Integer> lines) {
    /** Where something stands, such as {@code bizops.yml, line 7, taps.zuora.command}. */
    String place(String pointer) {
        String path = pointer.isEmpty() ? "" : ", " + pointer.substring(1).replace('/', '.');
        return file + ", line " + line(pointer) + path.replace("~1", "/").replace("~0", "~");
    }

    private int line(String pointer) {
        String at = pointer;
        while (!at.isEmpty() && !lines.containsKey(at)) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return lines.getOrDefault(at, 1);
    }

    /** The pointer to a member of what a pointer names. */
    static String member(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
