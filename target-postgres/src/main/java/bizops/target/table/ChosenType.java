package bizops.target.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The column type that a tap's author asks for in {@code x-sql-datatype}. */
final class ChosenType {
    private static final Logger LOG = LoggerFactory.getLogger(ChosenType.class);
    private static final String KEYWORD = "x-sql-datatype";
    private static final Set<String> NAMES = Set.of("smallint", "integer", "bigint", "text", "jsonb", "numeric");
    private static final Pattern NUMERIC = Pattern.compile("numeric\\((\\d{1,4})(?:,(\\d{1,4}))?\\)");

    private ChosenType() {}

    /** The type if one is asked for that is known; another one is passed over with a warning. */
    static Optional<ColumnType> of(JsonNode schema, String property, String where) {
        JsonNode given = schema.path(KEYWORD);
        if (given.isMissingNode()) {
            return Optional.empty();
        }
        String name = given.asText("").toLowerCase(Locale.ROOT).replace(" ", "");
        if (NAMES.contains(name)) {
            return Optional.of(ColumnType.named(name));
        }
        Matcher numeric = NUMERIC.matcher(name);
        if (numeric.matches()) {
            int precision = Integer.parseInt(numeric.group(1));
            int scale = numeric.group(2) == null ? 0 : Integer.parseInt(numeric.group(2));
            if (Decimals.isType(precision, scale)) {
                return Optional.of(ColumnType.decimal(precision, scale));
            }
        }
        LOG.warn(
                "{}, property \"{}\": {} {} is none of smallint, integer, bigint, text, jsonb, numeric and numeric(p,s)"
                        + " with 1 <= p <= 1000 and s <= p; the type is taken from the rest of its schema",
                where,
                property,
                KEYWORD,
                given);
        return Optional.empty();
    }
}
