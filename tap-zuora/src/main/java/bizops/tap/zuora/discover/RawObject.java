package bizops.tap.zuora.discover;

import java.util.List;

/**
 * What the reply to a describe says, before anything is left out. Immutable.
 *
 * @param relations names of related objects
 */
record RawObject(String name, List<RawField> fields, List<String> relations) {
    /**
     * One field.
     *
     * @param exportable whether its contexts have {@code export}
     */
    record RawField(String name, String type, boolean selectable, boolean exportable) {}
}
