package bizops.tap.salesforce.discover;

import java.util.Optional;
import java.util.Set;

/** Says which objects cannot be streams, and why: by their flags first, then by the list. Immutable. */
final class SkipRules {
    private final SpecialObjects special;

    SkipRules(SpecialObjects special) {
        this.special = special;
    }

    /** The reason to leave the object out before it is described, or empty. */
    Optional<String> reason(ObjectSummary object) {
        if (!object.queryable()) {
            return Optional.of("it is not queryable");
        }
        if (object.deprecatedAndHidden()) {
            return Optional.of("it is deprecated and hidden");
        }
        if (object.name().endsWith("ChangeEvent") || object.name().endsWith("__e")) {
            return Optional.of("it is an event, not a table");
        }
        return special.refusal(object.name());
    }

    /** The reason to leave a described object out, or empty. */
    Optional<String> reason(ObjectDescription object, Set<String> customSettings) {
        if (!object.queryable()) {
            return Optional.of("it is not queryable");
        }
        if (Keys.of(object).isEmpty()) {
            return Optional.of("it has no Id");
        }
        Optional<String> refusal = special.refusal(object.name());
        if (refusal.isPresent()) {
            return refusal;
        }
        boolean tagOfSetting = object.name().endsWith("__Tag")
                && object.field("ItemId")
                        .filter(item -> item.referenceTo().stream().anyMatch(customSettings::contains))
                        .isPresent();
        return tagOfSetting ? Optional.of("it is a tag of a custom setting") : Optional.empty();
    }
}
