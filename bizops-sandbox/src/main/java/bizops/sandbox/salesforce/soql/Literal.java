package bizops.sandbox.salesforce.soql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A value in a WHERE clause. */
sealed interface Literal {
    record Text(String value) implements Literal {}

    record Numeric(BigDecimal value) implements Literal {}

    record Bool(boolean value) implements Literal {}

    record Date(LocalDate value) implements Literal {}

    record DateTime(Instant value) implements Literal {}

    /** A span of days relative to today, such as {@code LAST_N_DAYS:7}: both ends in it, counted from today. */
    record Days(int first, int last) implements Literal {}

    record Null() implements Literal {}
}
