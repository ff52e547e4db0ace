package bizops.tap.zuora.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.convert.BadValueException;
import bizops.tap.zuora.discover.FieldKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampsTest {
    private static final DateTimeFormatter STRICT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final Stamps stamps = new Stamps(ZoneOffset.UTC);

    @Property(tries = 500)
    void anyMomentWrittenWithAnyOffsetIsReadAsThatMoment(
            @ForAll @LongRange(min = -60_000_000_000L, max = 200_000_000_000L) long second,
            @ForAll @IntRange(min = -1_079, max = 1_079) int offsetMinutes)
            throws BadValueException {
        Instant moment = Instant.ofEpochSecond(second);
        OffsetDateTime there = moment.atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes * 60));
        String text = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx", Locale.ROOT)
                .format(there);

        assertThat(new Stamps(ZoneOffset.UTC).dateTime(text)).isEqualTo(moment);
    }

    @Property(tries = 500)
    void anyDayIsReadAsThatDay(@ForAll @LongRange(min = -700_000, max = 2_900_000) long epochDay)
            throws BadValueException {
        LocalDate day = LocalDate.ofEpochDay(epochDay);

        assertThat(Stamps.date(day.toString())).isEqualTo(day);
    }

    @Property(tries = 500)
    void anyMomentAndDayIsSentAsTheExactOneWouldBe(
            @ForAll @LongRange(min = -59_000_000_000L, max = 200_000_000_000L) long second) throws BadValueException {
        Instant moment = Instant.ofEpochSecond(second);
        String text = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx", Locale.ROOT)
                .format(moment.atOffset(ZoneOffset.UTC));
        ValueReader values = new ValueReader(new Format(ZoneOffset.UTC, false, false));

        assertThat(values.read(FieldKind.DATETIME, text)).isEqualTo(moment.toString());
        assertThat(values.read(FieldKind.DATE, text.substring(0, 10))).isEqualTo(text.substring(0, 10));
    }

    @Property(tries = 3000)
    void whatIsSentAsItStandsIsADayOrMoment(
            @ForAll @IntRange(max = 23) int place,
            @ForAll @Chars({'0', '1', '2', '3', '6', '9', '-', '+', ':', 'T', ' ', '\u0663'}) char other,
            @ForAll @IntRange(min = 25, max = 31) int day,
            @ForAll @IntRange(min = 1, max = 12) int month) {
        String text = String.format(Locale.ROOT, "2100-%02d-%02dT20:11:15+0000", month, day);
        String changed = text.substring(0, place) + other + text.substring(place + 1);
        String fast = UsualStamp.utc(changed);
        String date = changed.substring(0, 10);

        if (fast != null) {
            assertThat(Instant.parse(fast)).hasToString(fast);
            assertThat(OffsetDateTime.parse(changed, STRICT).toInstant()).hasToString(fast);
        }
        if (UsualStamp.isDate(date)) {
            assertThat(LocalDate.parse(date)).hasToString(date);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-13-01T00:00:00+0000",
                "2026-01-32T00:00:00+0000",
                "2026-01-01T25:00:00+0000",
                "2026-01-01T00:60:00+0000",
                "2026-01-01T00:00:60+0000",
                "2026-01-01T00:00:00*0000",
                "2026/01/01T00:00:00+0000",
                "2026-01-01T00-00-00+0000"
            })
    void whatIsNoMomentIsRefused(String text) {
        assertThatThrownBy(() -> stamps.dateTime(text)).isInstanceOf(BadValueException.class);
    }
}
