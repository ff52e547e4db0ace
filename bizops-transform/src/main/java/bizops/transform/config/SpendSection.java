package bizops.transform.config;

import bizops.singer.config.Problems;
import bizops.singer.error.Suggestion;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the section {@code spend} of mapping.yml: a list of raw tables that hold spend. Owned by one thread. */
final class SpendSection {
    private static final List<String> REQUIRED = List.of("table", "date", "campaign_key", "amount");
    private static final List<String> KNOWN = Stream.concat(
                    REQUIRED.stream(), Stream.of("match", "divide_by", "currency", "key"))
            .toList();

    private final String file;
    private final Problems problems;

    SpendSection(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    List<SpendTable> read(@Nullable JsonNode section) {
        if (section == null || section.isNull()) {
            return List.of();
        }
        if (!section.isArray()) {
            problems.add(file + ": 'spend' must be a list of tables, each with table, date, campaign_key, amount and"
                    + " currency");
            return List.of();
        }
        List<SpendTable> tables = new ArrayList<>();
        for (int i = 0; i < section.size(); i++) {
            table("spend[" + i + "]", section.get(i)).ifPresent(tables::add);
        }
        return List.copyOf(tables);
    }

    private Optional<SpendTable> table(String path, JsonNode node) {
        if (!node.isObject()) {
            problems.add(
                    file + ": '" + path + "' must be an object with table, date, campaign_key, amount and currency");
            return Optional.empty();
        }
        List<String> wrong = new ArrayList<>();
        node.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) {
                wrong.add("unknown '" + path + "." + name + "'" + Suggestion.hint(name, KNOWN));
            }
        });
        REQUIRED.stream()
                .filter(name -> !isName(node.get(name)))
                .forEach(name -> wrong.add("'" + path + "." + name + "' is missing or no text"));
        Stream.of("match", "currency")
                .filter(name -> node.hasNonNull(name) && !isName(node.get(name)))
                .forEach(name -> wrong.add("'" + path + "." + name + "' must be a text"));
        String[] names = node.path("table").asText().split("\\.", -1);
        if (names.length != 2 || names[0].isBlank() || names[1].isBlank()) {
            wrong.add("'" + path + ".table' must be schema.table, such as raw_ads.campaign_day");
        }
        Optional<SpendTable.Match> match = match(node.path("match").asText("any"));
        if (match.isEmpty()) {
            wrong.add("'" + path + ".match' must be id, name or any, got " + node.get("match"));
        }
        Optional<BigDecimal> divisor = divisor(node.get("divide_by"));
        if (divisor.isEmpty()) {
            wrong.add("'" + path + ".divide_by' must be a number above 0, got " + node.get("divide_by"));
        }
        List<String> key = new ArrayList<>();
        JsonNode keys = node.path("key");
        keys.forEach(item -> key.add(item.asText()));
        if (!(keys.isMissingNode() || keys.isNull() || keys.isArray()) || key.contains("")) {
            wrong.add("'" + path + ".key' must be a list of columns");
        }
        wrong.forEach(problem -> problems.add(file + ": " + problem));
        if (!wrong.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SpendTable(
                names[0],
                names[1],
                node.get("date").asText(),
                node.get("campaign_key").asText(),
                match.orElseThrow(),
                node.get("amount").asText(),
                divisor.orElseThrow(),
                node.hasNonNull("currency") ? Optional.of(node.get("currency").asText()) : Optional.empty(),
                List.copyOf(key)));
    }

    private static boolean isName(@Nullable JsonNode node) {
        return node != null && node.isTextual() && !node.asText().isBlank();
    }

    private static Optional<SpendTable.Match> match(String text) {
        return Stream.of(SpendTable.Match.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }

    private static Optional<BigDecimal> divisor(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return Optional.of(BigDecimal.ONE);
        }
        try {
            return Optional.of(new BigDecimal(node.asText())).filter(number -> number.signum() > 0);
        } catch (NumberFormatException notDecimal) {
            return Optional.empty();
        }
    }
}
