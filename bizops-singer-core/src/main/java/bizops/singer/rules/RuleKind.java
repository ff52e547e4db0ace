package bizops.singer.rules;

import java.util.Locale;
import java.util.Optional;

/** What a rule makes of a value. */
enum RuleKind {
    HASH,
    NULL,
    MASK,
    DROP,
    DATE_TO_YEAR,
    DOMAIN_ONLY;

    static Optional<RuleKind> named(String word) {
        for (RuleKind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** As the setting spells it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What speaks against this rule for a field of that shape, as the end of a sentence; empty if nothing does. */
    Optional<String> objection(PropertyShape shape, boolean conditional) {
        return switch (this) {
            case NULL, DROP -> Optional.empty();
            case DATE_TO_YEAR ->
                shape.isDay() || shape.isMoment()
                        ? Optional.empty()
                        : Optional.of("has no format date or date-time; use another rule");
            case HASH ->
                shape.isScalar()
                        ? mixed(shape, conditional)
                        : Optional.of("is an object or array; use null or drop, or name one of an object's fields");
            case MASK, DOMAIN_ONLY ->
                shape.isPlainText()
                        ? mixed(shape, conditional)
                        : Optional.of("is no plain text, and the column would get another type; use null or drop"
                                + (shape.isDay() || shape.isMoment() ? " or date_to_year" : ""));
        };
    }

    private static Optional<String> mixed(PropertyShape shape, boolean conditional) {
        return conditional && !shape.isOnlyText()
                ? Optional.of("is no text, and its column would hold texts and other values; use null, or leave out"
                        + " the \"when\"")
                : Optional.empty();
    }
}
