package bizops.tap.salesforce;

import bizops.singer.error.ConfigException;
import bizops.singer.tap.Stream;
import bizops.singer.tap.Tap;
import bizops.singer.tap.TapContext;
import bizops.tap.salesforce.query.Soql;
import bizops.tap.salesforce.rest.ApiException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The tap: one organisation, one session, its objects as streams. */
final class SalesforceTap implements Tap {
    private final SalesforceConfig config;
    private final SalesforceClient client;

    SalesforceTap(TapContext context) {
        this.config = SalesforceConfig.of(context);
        this.client = new SalesforceClient(config, context);
    }

    @Override
    public List<? extends Stream> streams() {
        return describe(named(config.streamsToDiscover(), "'streams_to_discover'"));
    }

    @Override
    public List<? extends Stream> streams(Set<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Stream> streams = new ArrayList<>(describe(named(List.copyOf(ids), "catalog")));
        Set<String> known = streams.stream().map(Stream::id).collect(Collectors.toSet());
        ids.stream()
                .filter(id -> !known.contains(id))
                .sorted()
                .map(GoneStream::new)
                .forEach(streams::add);
        streams.sort(Comparator.comparing(Stream::id));
        return streams;
    }

    private static List<String> named(List<String> objects, String where) {
        for (String object : objects) {
            if (!Soql.isName(object)) {
                throw new ConfigException(where + ": \"" + object + "\" is no object's API name, such as Account or"
                        + " Thing__c; correct it");
            }
        }
        return objects;
    }

    private List<? extends Stream> describe(List<String> objects) {
        try {
            return new SalesforceStreams(client, config.selectFieldsByDefault()).of(objects);
        } catch (ApiException refused) {
            throw refused.forUser("discovery");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
