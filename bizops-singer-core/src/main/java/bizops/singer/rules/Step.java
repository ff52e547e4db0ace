package bizops.singer.rules;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it stands for one field. Immutable.
 *
 * @param conditionPath where the condition's field stands; empty without a condition
 * @param shape what the field holds
 * @param hash null only where no rule hashes
 */
record Step(
        ColumnRule rule,
        List<String> conditionPath,
        PropertyShape shape,
        @Nullable Hash hash) {

    boolean isFor(Map<?, ?> row) {
        return rule.when() == null || rule.when().holds(row, conditionPath);
    }

    boolean drops() {
        return rule.kind() == RuleKind.DROP;
    }

    /** What the value becomes; null stays null. Never the value itself, whatever it is. */
    @Nullable
    Object apply(@Nullable Object value) {
        String text = PlainValue.text(value);
        if (text == null) {
            return null;
        }
        return switch (rule.kind()) {
            case NULL, DROP -> null;
            case MASK -> "***";
            case HASH -> hash == null ? null : hash.of(text);
            case DOMAIN_ONLY -> domain(text.strip());
            case DATE_TO_YEAR -> shape.isMoment() && !isDayOfEither(text) ? Year.moment(text) : Year.day(text);
        };
    }

    private boolean isDayOfEither(String text) {
        return shape.isDay() && text.strip().length() <= "2024-01-31".length();
    }

    private static @Nullable String domain(String text) {
        int at = text.lastIndexOf('@');
        return at < 0 || at == text.length() - 1 ? null : text.substring(at + 1);
    }
}
