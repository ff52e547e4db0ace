package bizops.tap.salesforce;

import bizops.singer.tap.Stream;
import bizops.singer.tap.Tap;
import bizops.singer.tap.TapContext;
import bizops.tap.salesforce.rest.ApiException;
import java.util.List;

/** The tap: one organisation, one session, its objects as streams. */
final class SalesforceTap implements Tap {
    private final SalesforceConfig config;
    private final SalesforceClient client;

    SalesforceTap(TapContext context) {
        this.config = SalesforceConfig.of(context.config());
        this.client = new SalesforceClient(config);
    }

    @Override
    public List<? extends Stream> streams() {
        try {
            return new SalesforceStreams(client, config.selectFieldsByDefault()).of(config.streamsToDiscover());
        } catch (ApiException refused) {
            throw refused.forUser("discovery");
        }
    }
}
