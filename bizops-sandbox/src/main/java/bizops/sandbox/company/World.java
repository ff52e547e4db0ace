package bizops.sandbox.company;

import bizops.sandbox.salesforce.data.Org;
import bizops.sandbox.salesforce.data.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** What every part of the company works with. */
record World(Org org, Agenda agenda, Chance chance, Words words, double scale) {
    /** Where the company keeps its books: dates that people type are of this zone. */
    static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static final int OPENS_AT = 13 * 3600;
    private static final int CLOSES_AT = 23 * 3600;

    /** The same world with luck of its own: what a part draws from it changes nothing elsewhere. */
    World apart(String part) {
        Chance own = chance.apart(part);
        return new World(org, agenda, own, new Words(own), scale);
    }

    /** The date in the company's zone. */
    LocalDate today() {
        return org.now().atZone(ZONE).toLocalDate();
    }

    /** Some second of the working day that lies this many days ahead. */
    Instant inDays(int days) {
        Instant midnight = org.now().truncatedTo(ChronoUnit.DAYS);
        return midnight.plus(Duration.ofDays(days)).plusSeconds(chance.between(OPENS_AT, CLOSES_AT));
    }

    /** Plans an event some working second of a day ahead. */
    void later(int days, Runnable event) {
        agenda.at(inDays(days), event);
    }

    /** The day of a row's creation in UTC, null if it does not say. */
    static @Nullable LocalDate dayOf(Row row) {
        Instant created = row.instant("CreatedDate");
        return created == null ? null : LocalDate.ofInstant(created, ZoneOffset.UTC);
    }

    static boolean alive(Row row) {
        return !row.is("IsDeleted") && row.goneAt() == null;
    }
}
