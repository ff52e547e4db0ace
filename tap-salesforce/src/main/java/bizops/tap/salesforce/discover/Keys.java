package bizops.tap.salesforce.discover;

import java.util.List;
import java.util.Optional;

/**
 * Which field identifies a row and which ones can order its changes, as far as describe tells. Immutable.
 *
 * @param id the identifier, nearly always {@code Id}
 * @param stamps points in time that a bookmark can follow, the best first; each is filterable, since both bounds of a
 *     window stand in the query; empty for objects that can only be read whole
 */
public record Keys(String id, List<String> stamps) {
    private static final List<String> ID_FIELDS = List.of("Id", "EventIdentifier");
    private static final List<String> STAMPS = List.of("SystemModstamp", "LastModifiedDate", "CreatedDate");
    private static final SpecialObjects SPECIAL = SpecialObjects.load();

    public Keys {
        stamps = List.copyOf(stamps);
    }

    /** The keys of an object, or empty when it has no identifier and so cannot be a stream. */
    public static Optional<Keys> of(ObjectDescription object) {
        return ID_FIELDS.stream()
                .filter(object::has)
                .findFirst()
                .map(id -> new Keys(id, SPECIAL.fullTableOnly(object.name()) ? List.of() : stamps(object)));
    }

    /** Whether rows can be asked for in order of that field, and from a certain value on. */
    public static boolean ordered(ObjectDescription object, String field) {
        return object.field(field)
                .filter(found -> found.sortable() && found.filterable())
                .isPresent();
    }

    private static List<String> stamps(ObjectDescription object) {
        List<String> candidates = object.name().equals("LoginHistory") ? List.of("LoginTime") : STAMPS;
        return candidates.stream()
                .filter(stamp -> object.field(stamp)
                        .filter(field -> field.kind() == FieldKind.DATETIME && field.filterable())
                        .isPresent())
                .toList();
    }
}
