package bizops.sandbox.company;

import bizops.sandbox.zuora.data.Tenant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What customers owe by a day: periods that begin, what they have used, and what goes back to them for periods cut short. */
final class Due {
    private final World world;
    private final Tenant tenant;

    Due(World world, Tenant tenant) {
        this.world = world;
        this.tenant = tenant;
    }

    /** One line of an invoice to be. */
    record Line(
            Contract contract,
            Contract.Charge charge,
            LocalDate from,
            LocalDate to,
            BigDecimal quantity,
            BigDecimal amount) {}

    /** The lines of an invoice for today; their charges count as billed from now on. */
    List<Line> of(Customer customer) {
        List<Line> lines = new ArrayList<>();
        for (Contract contract : customer.contracts) {
            for (Contract.Charge charge : contract.charges) {
                due(contract, charge, world.today(), lines);
            }
        }
        return lines;
    }

    private void due(Contract contract, Contract.Charge charge, LocalDate today, List<Line> lines) {
        LocalDate through = charge.charge().date("ChargedThroughDate");
        switch (charge.offer().kind()) {
            case ONCE -> {
                if (through == null && !charge.start().isAfter(today)) {
                    add(
                            lines,
                            new Line(
                                    contract,
                                    charge,
                                    charge.start(),
                                    charge.start(),
                                    BigDecimal.ONE,
                                    charge.tier().number("Price")));
                }
            }
            case USAGE -> used(contract, charge, today, lines);
            case SEATS, FLAT -> recurring(contract, charge, today, lines);
        }
    }

    private void recurring(Contract contract, Contract.Charge charge, LocalDate today, List<Line> lines) {
        LocalDate through = charge.charge().date("ChargedThroughDate");
        BigDecimal quantity = charge.charge().number("Quantity");
        if (charge.monthly().signum() == 0) {
            return;
        }
        if (through != null && through.isAfter(charge.end())) {
            BigDecimal credit = Terms.invoiced(charge.monthly(), through, charge.end());
            add(lines, new Line(contract, charge, charge.end(), through, quantity.negate(), credit));
            charged(charge, charge.end());
            return;
        }
        LocalDate from = through == null ? charge.start() : through;
        while (!from.isAfter(today) && from.isBefore(charge.end())) {
            LocalDate boundary = boundary(contract.termStart(), charge.offer().periodMonths(), from);
            LocalDate to = boundary.isAfter(charge.end()) ? charge.end() : boundary;
            add(lines, new Line(contract, charge, from, to, quantity, Terms.invoiced(charge.monthly(), from, to)));
            from = to;
        }
    }

    private void used(Contract contract, Contract.Charge charge, LocalDate today, List<Line> lines) {
        LocalDate through = charge.charge().date("ChargedThroughDate");
        LocalDate from = through == null ? charge.start() : through;
        LocalDate to = from.plusMonths(1);
        if (!to.isAfter(today) && !to.isAfter(charge.end())) {
            BigDecimal calls = BigDecimal.valueOf(world.chance().between(10_000, 4_000_000));
            add(
                    lines,
                    new Line(
                            contract,
                            charge,
                            from,
                            to,
                            calls,
                            Terms.cents(calls.multiply(charge.tier().number("Price")))));
        }
    }

    /** The first end of a period, counted from an anchor, that lies after a date. */
    private static LocalDate boundary(LocalDate anchor, int months, LocalDate from) {
        long full = Math.floorDiv(ChronoUnit.MONTHS.between(anchor, from), months) * (long) months;
        LocalDate end = anchor.plusMonths(full);
        while (!end.isAfter(from)) {
            full += months;
            end = anchor.plusMonths(full);
        }
        return end;
    }

    private void add(List<Line> lines, Line line) {
        lines.add(line);
        charged(line.charge(), line.to());
    }

    /** Zuora moves these without touching the charge's UpdatedDate. */
    private void charged(Contract.Charge charge, LocalDate through) {
        tenant.updateUnstamped(
                charge.charge(),
                Map.of("ChargedThroughDate", through, "ProcessedThroughDate", through, "IsProcessed", true));
    }
}
