package bizops.sandbox.company;

import bizops.sandbox.salesforce.data.Org;
import bizops.sandbox.salesforce.data.Row;
import bizops.sandbox.salesforce.data.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The invented company over time. Not thread-safe: callers hold the org's monitor. */
public final class Company {
    private final Org org;

    private Company(Org org) {
        this.org = org;
    }

    /** The company as it stands at an instant, after about 18 months of work; the same for the same arguments. */
    public static Company found(long seed, double scale, Instant clock) {
        Org org = new Org(Schema.load(), seed, clock.minus(Duration.ofDays(548)));
        Row user = org.insert("User", Map.of("LastName", "Adams", "FirstName", "Mia", "Email", "mia@example.com"));
        org.actAs(user.id());
        Row account = org.insert("Account", Map.of("Name", "Ångström Mills", "OwnerId", user.id()));
        org.setNow(clock.minus(Duration.ofDays(100)));
        for (int i = 0; i < 2000 * scale; i++) {
            org.insert(
                    "Lead",
                    Map.of(
                            "LastName",
                            "Lead " + i,
                            "Company",
                            "C" + i,
                            "Status",
                            "Open - Not Contacted",
                            "OwnerId",
                            user.id()));
        }
        org.insert("Contact", Map.of("LastName", "Ito", "AccountId", account.id(), "OwnerId", user.id()));
        org.setNow(clock);
        return new Company(org);
    }

    /** The company's Salesforce org. */
    public Org salesforce() {
        return org;
    }

    /** Lets time pass. */
    public void advance(Duration by) {
        org.setNow(org.now().plus(by));
    }
}
