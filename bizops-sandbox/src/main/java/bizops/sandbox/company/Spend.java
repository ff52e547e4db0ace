package bizops.sandbox.company;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Money spent on a campaign on a day, in US dollars, as an invoice says. */
public record Spend(LocalDate date, String campaignId, BigDecimal amount) {}
