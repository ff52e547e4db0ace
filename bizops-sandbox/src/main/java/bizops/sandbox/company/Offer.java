package bizops.sandbox.company;

import bizops.sandbox.zuora.data.Row;
import java.util.Objects;

/** One charge of the price list with the rows that describe it. */
record Offer(Row product, Row plan, Row charge, Kind kind, int periodMonths) {
    /** How a charge earns. */
    enum Kind {
        SEATS("Recurring", "Per Unit Pricing"),
        FLAT("Recurring", "Flat Fee Pricing"),
        ONCE("OneTime", "Flat Fee Pricing"),
        USAGE("Usage", "Per Unit Pricing");

        final String type;
        final String model;

        Kind(String type, String model) {
            this.type = type;
            this.model = model;
        }

        boolean recurring() {
            return this == SEATS || this == FLAT;
        }
    }

    /** A text of the charge's row. */
    String text(String key) {
        return Objects.requireNonNull(charge.text(key));
    }
}
