package bizops.transform;

import bizops.singer.error.ExitCode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;

/** The worked example as a build has published it. It is built once for all tests, and each gets a copy of its own. */
final class PublishedExample {
    private static final Map<String, String> SIDE_BY_SIDE = Map.of("parallelism", "2");

    private PublishedExample() {}

    /** With the rows of {@link Warehouse#ofAllVendors}. */
    static Warehouse ofAllVendors() {
        return AllVendors.BUILT.copy();
    }

    /** With Salesforce's rows alone, in their types. */
    static Warehouse ofSalesforce() {
        return Salesforce.BUILT.copy();
    }

    private static Warehouse built(Raw raw) {
        try {
            Warehouse warehouse = raw.load();
            Warehouse.Outcome outcome = warehouse.build(SIDE_BY_SIDE, Warehouse.fixture("seeds"));
            if (outcome.exit() != ExitCode.OK) {
                throw new IllegalStateException(outcome.stderr());
            }
            return warehouse;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Raw {
        Warehouse load() throws IOException, SQLException;
    }

    private static final class AllVendors {
        private static final Warehouse BUILT = built(Warehouse::ofAllVendors);
    }

    private static final class Salesforce {
        private static final Warehouse BUILT = built(() -> new Warehouse().withSalesforce(RawShape.TYPED));
    }
}
