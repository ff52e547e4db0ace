package bizops.sandbox.company;

import bizops.sandbox.zuora.data.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One subscription as its newest version has it. */
final class Contract {
    /** A charge of the newest version with its price. */
    record Charge(Offer offer, Row plan, Row charge, Row tier) {
        BigDecimal monthly() {
            return charge.number("MRR");
        }

        LocalDate start() {
            return Objects.requireNonNull(charge.date("EffectiveStartDate"));
        }

        LocalDate end() {
            return Objects.requireNonNull(charge.date("EffectiveEndDate"));
        }
    }

    /** What an amendment has replaced: it comes back when the amendment is deleted. */
    record Before(Row amendment, Row subscription, List<Charge> charges) {}

    final Customer customer;
    Row subscription;
    List<Charge> charges = new ArrayList<>();

    @Nullable
    Before before;

    Contract(Customer customer, Row subscription) {
        this.customer = customer;
        this.subscription = subscription;
    }

    boolean active() {
        return "Active".equals(subscription.text("Status"));
    }

    boolean trial() {
        return charges.stream().allMatch(charge -> charge.offer().text("Name").equals("Free Trial"));
    }

    /** The charges that run until the end of the subscription. */
    List<Charge> running() {
        return charges.stream()
                .filter(charge ->
                        charge.charge().is("IsLastSegment") && charge.offer().kind() != Offer.Kind.ONCE)
                .toList();
    }

    LocalDate termStart() {
        return Objects.requireNonNull(subscription.date("TermStartDate"));
    }

    LocalDate termEnd() {
        return Objects.requireNonNull(subscription.date("TermEndDate"));
    }

    String name() {
        return Objects.requireNonNull(subscription.text("Name"));
    }
}
