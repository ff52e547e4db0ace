package bizops.singer.rules;

import bizops.singer.config.Problems;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads one {@code when}. Used once, by one thread. */
final class ConditionReader {
    private static final Set<String> TESTS = Set.of("equals", "in", "matches", "exists");

    private final String place;
    private final Problems problems;

    ConditionReader(String place, Problems problems) {
        this.place = place;
        this.problems = problems;
    }

    /** The condition, or null if it has a problem. */
    @Nullable
    Condition read(@Nullable Object when) {
        if (!(when instanceof Map<?, ?> members)
                || !(members.get("column") instanceof String column)
                || column.isEmpty()) {
            problems.add(place + ": \"when\" must be an object with a column");
            return null;
        }
        Set<Object> tests = new TreeSet<>(members.keySet());
        tests.remove("column");
        if (tests.size() != 1 || !TESTS.containsAll(tests)) {
            problems.add(
                    place + ": \"when\" must have, beside its column, exactly one of equals, in, matches and exists");
            return null;
        }
        String test = (String) tests.iterator().next();
        Predicate<@Nullable Object> holds = test(test, members.get(test));
        return holds == null ? null : new Condition(column, holds);
    }

    private @Nullable Predicate<@Nullable Object> test(String test, @Nullable Object operand) {
        return switch (test) {
            case "equals" -> equalTo(operand);
            case "in" -> in(operand);
            case "matches" -> matches(operand);
            default -> exists(operand);
        };
    }

    private @Nullable Predicate<@Nullable Object> equalTo(@Nullable Object wanted) {
        if (!isScalar(wanted)) {
            return wrong("\"equals\" must be a text, a number, true, false or null");
        }
        return value -> isEqual(value, wanted);
    }

    private @Nullable Predicate<@Nullable Object> in(@Nullable Object wanted) {
        if (!(wanted instanceof List<?> list)
                || list.isEmpty()
                || !list.stream().allMatch(ConditionReader::isScalar)) {
            return wrong("\"in\" must be a list of texts, numbers, true, false or null");
        }
        return value -> list.stream().anyMatch(one -> isEqual(value, one));
    }

    private @Nullable Predicate<@Nullable Object> matches(@Nullable Object regex) {
        if (!(regex instanceof String text)) {
            return wrong("\"matches\" must be a regular expression");
        }
        try {
            Pattern pattern = Pattern.compile(text);
            return value -> {
                String plain = PlainValue.text(value);
                return plain != null && pattern.matcher(plain).find();
            };
        } catch (PatternSyntaxException wrong) {
            return wrong("\"matches\" is no regular expression that RE2 knows: " + wrong.getDescription());
        }
    }

    private @Nullable Predicate<@Nullable Object> exists(@Nullable Object wanted) {
        if (!(wanted instanceof Boolean there)) {
            return wrong("\"exists\" must be true or false");
        }
        return value -> (value != null) == there;
    }

    private static boolean isScalar(@Nullable Object value) {
        return !(value instanceof Map) && !(value instanceof List);
    }

    private static boolean isEqual(@Nullable Object value, @Nullable Object wanted) {
        return Objects.equals(PlainValue.of(value), PlainValue.of(wanted));
    }

    private @Nullable Predicate<@Nullable Object> wrong(String what) {
        problems.add(place + ": " + what);
        return null;
    }
}
