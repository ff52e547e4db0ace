package bizops.target.validate;

import java.util.List;

/** The names that {@code type} may have in a JSON schema. */
public final class JsonTypes {
    /** Those of the drafts; records are held to no others. */
    public static final List<String> ALL = List.of("object", "array", "string", "number", "integer", "boolean", "null");

    /** What draft 3 called every type; taps of old write it. */
    public static final String ANY = "any";

    private JsonTypes() {}
}
