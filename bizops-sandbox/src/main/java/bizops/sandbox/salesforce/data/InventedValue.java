package bizops.sandbox.salesforce.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One field of computed rows as a function of their index. One optional value in four is null. */
interface InventedValue {
    /** Fields that say what such rows never went through: a conversion, a merge, a bounced mail. */
    Set<String> EMPTY = Set.of("ConvertedDate", "EmailBouncedReason", "EmailBouncedDate", "CompletedDateTime");

    List<String> WORDS = List.of(
            "Lumen",
            "Söder",
            "Copper",
            "O'Hara",
            "Novák",
            "Blue Heron",
            "\"Quay\"",
            "İzmir",
            "Tanaka",
            "back\\slash",
            "東京",
            "Mensch");

    InventedValue NOTHING = index -> null;

    @Nullable
    Object at(int index);

    /** The function for a field; {@code targets} are ids that references may hold, by object. */
    static InventedValue of(Series series, Field field, Map<String, List<String>> targets) {
        if (field.calculated() || EMPTY.contains(field.name())) {
            return NOTHING;
        }
        int salt = field.name().hashCode();
        InventedValue value = plain(series, field, salt, targets);
        return field.required() ? value : index -> noise(index, salt) % 4 == 0 ? null : value.at(index);
    }

    private static InventedValue plain(Series series, Field field, int salt, Map<String, List<String>> targets) {
        return switch (field.type()) {
            case ID -> series::id;
            case REFERENCE -> field.required() ? reference(field, salt, targets) : NOTHING;
            case BOOLEAN -> index -> false;
            case INT -> index -> BigDecimal.valueOf(noise(index, salt) % 100_000);
            case PERCENT -> index -> BigDecimal.valueOf(noise(index, salt) % 101);
            case DOUBLE, CURRENCY ->
                field.compound() == null
                        ? index -> BigDecimal.valueOf(noise(index, salt) % 100_000_000, field.scale())
                        : NOTHING;
            case DATE -> index -> day(series, index).plusDays(noise(index, salt) % 90);
            case DATETIME -> series::stamp;
            case PICKLIST, MULTIPICKLIST, COMBOBOX -> picked(field, salt);
            case ADDRESS, ANYTYPE -> NOTHING;
            case STRING, TEXTAREA, PHONE, EMAIL, URL -> text(field, salt);
        };
    }

    private static InventedValue reference(Field field, int salt, Map<String, List<String>> targets) {
        List<String> ids = targets.get(field.referenceTo().get(0));
        return ids == null || ids.isEmpty() ? NOTHING : index -> ids.get((int) (noise(index, salt) % ids.size()));
    }

    /** The first state of those that every row has, so that none is closed or won. */
    private static InventedValue picked(Field field, int salt) {
        List<String> values = field.values();
        if (values.isEmpty()) {
            return field.required() ? index -> "Other" : NOTHING;
        }
        return field.required()
                ? index -> values.get(0)
                : index -> values.get((int) (noise(index, salt) % values.size()));
    }

    private static InventedValue text(Field field, int salt) {
        IntFunction<String> text = switch (field.type()) {
            case PHONE -> index -> "+1 555 " + noise(index, salt) % 10_000_000;
            case EMAIL -> index -> "row" + index + "@n" + noise(index, salt) % 5000 + ".example";
            case URL -> index -> "https://n" + noise(index, salt) % 5000 + ".example/" + index;
            case TEXTAREA -> index -> words(index, salt, 9) + ".\n" + words(index, ~salt, 5) + '.';
            default -> index -> words(index, salt, 2) + ' ' + index;
        };
        int most = field.length();
        return index -> {
            String whole = text.apply(index);
            return whole.length() > most ? whole.substring(0, most) : whole;
        };
    }

    private static String words(int index, int salt, int count) {
        long bits = noise(index, salt);
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append(WORDS.get((int) (bits % WORDS.size())));
            bits = bits / WORDS.size() + index;
        }
        return words.toString();
    }

    private static LocalDate day(Series series, int index) {
        return series.stamp(index).atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** A number without a visible pattern, not negative. */
    private static long noise(int index, int salt) {
        long z = (((long) salt << 32) | index) + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return (z ^ (z >>> 31)) >>> 1;
    }
}
