package bizops.cli.bookmark;

import bizops.singer.error.ConfigException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The value of a bookmark: a moment, a day or a number. Immutable. */
record Point(JsonNode value) {
    /** The value in the same form for another point; an error if that is no earlier one. */
    JsonNode setBackTo(String since, String stream) {
        if (value.isNumber()) {
            BigDecimal number = number(since, stream);
            if (number.compareTo(value.decimalValue()) > 0) {
                throw later(since, stream);
            }
            return DecimalNode.valueOf(number);
        }
        Optional<Instant> before = instant(value.asText());
        Optional<Instant> then = instant(since);
        if (before.isEmpty() || then.isEmpty()) {
            throw new ConfigException("'" + since + "' and the bookmark of " + stream + ", " + value
                    + ", are not both days or moments; give --since as 2026-01-31 or 2026-01-31T00:00:00Z");
        }
        if (then.get().isAfter(before.get())) {
            throw later(since, stream);
        }
        boolean day = value.asText().length() == "2026-01-31".length();
        return TextNode.valueOf(
                day
                        ? LocalDate.ofInstant(then.get(), ZoneOffset.UTC).toString()
                        : since.contains("T") ? since : since + "T00:00:00Z");
    }

    private ConfigException later(String since, String stream) {
        return new ConfigException("--since " + since + " is later than the bookmark of " + stream + ", " + value
                + ": rows between them would be left out; give an earlier one");
    }

    private BigDecimal number(String since, String stream) {
        try {
            return new BigDecimal(since);
        } catch (NumberFormatException noNumber) {
            throw new ConfigException(
                    "the bookmark of " + stream + " is a number, " + value + "; give --since as a number", noNumber);
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            if (!text.contains("T")) {
                return Optional.of(
                        LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            boolean zoned = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:?\\d\\d$");
            String iso = text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
            return Optional.of(
                    zoned
                            ? OffsetDateTime.parse(iso).toInstant()
                            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }
}
