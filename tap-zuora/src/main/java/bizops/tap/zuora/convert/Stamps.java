package bizops.tap.zuora.convert;

import bizops.singer.convert.BadValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Days and moments in every form that Zuora's files have: {@code 2026-08-04T20:11:15+1000}, {@code +01:00}, {@code Z},
 * with fractions, with a blank for the {@code T}, with the name of a zone. Immutable.
 */
public final class Stamps {
    /** A moment that is midnight in the zone of Zuora's systems is exported as a bare day. */
    private static final ZoneId SYSTEM = ZoneId.of("America/Los_Angeles");

    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[ ]")
            .appendPattern("[XXX][XX][X]")
            .optionalStart()
            .appendZoneRegionId()
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private static final DateTimeFormatter OLD_DATE = DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT);

    private final ZoneId tenantZone;

    /** @param tenantZone what is meant where a moment has no offset */
    public Stamps(ZoneId tenantZone) {
        this.tenantZone = tenantZone;
    }

    /** The point in time. */
    public Instant dateTime(String text) throws BadValueException {
        try {
            if (text.length() == 10) {
                return day(text).atStartOfDay(SYSTEM).toInstant();
            }
            Instant usual = UsualStamp.dateTime(text);
            if (usual != null) {
                return usual;
            }
            String normal = text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
            TemporalAccessor parsed = DATE_TIME.parseBest(normal, ZonedDateTime::from, LocalDateTime::from);
            return parsed instanceof ZonedDateTime zoned
                    ? zoned.toInstant()
                    : LocalDateTime.from(parsed).atZone(tenantZone).toInstant();
        } catch (DateTimeException | StringIndexOutOfBoundsException wrong) {
            throw new BadValueException(text, "no date-time");
        }
    }

    /** A day; of a moment the day as written. */
    static LocalDate date(String text) throws BadValueException {
        try {
            return day(
                    text.length() > 10 && (text.charAt(10) == 'T' || text.charAt(10) == ' ')
                            ? text.substring(0, 10)
                            : text);
        } catch (DateTimeException wrong) {
            throw new BadValueException(text, "no date");
        }
    }

    private static LocalDate day(String text) {
        LocalDate usual = UsualStamp.date(text);
        if (usual != null) {
            return usual;
        }
        return text.indexOf('/') == 2 ? LocalDate.parse(text, OLD_DATE) : LocalDate.parse(text);
    }
}
