package bizops.tap.zuora;

import bizops.singer.http.ApiClientBuilder;
import bizops.singer.tap.TapContext;
import bizops.tap.zuora.auth.ClientCredentials;
import bizops.tap.zuora.auth.LegacyLogin;
import bizops.tap.zuora.auth.TenantAddress;
import bizops.tap.zuora.convert.Stamps;
import bizops.tap.zuora.count.ObjectCount;
import bizops.tap.zuora.discover.DataQueryTables;
import bizops.tap.zuora.discover.Describer;
import bizops.tap.zuora.discover.ObjectDescription;
import bizops.tap.zuora.job.AquaJobs;
import bizops.tap.zuora.job.DataQueryJobs;
import bizops.tap.zuora.job.ExportJobs;
import bizops.tap.zuora.job.JobWatch;
import bizops.tap.zuora.job.QueryJobs;
import bizops.tap.zuora.job.ResultFiles;
import bizops.tap.zuora.job.Statements;
import bizops.tap.zuora.read.Source;
import bizops.tap.zuora.rest.Rest;
import bizops.tap.zuora.rest.ServerClock;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything that the tap asks Zuora for, over one login. Owned by the run's thread. */
final class ZuoraClient implements AutoCloseable {
    private final ZuoraConfig config;
    private final ServerClock clock = new ServerClock();
    private final Optional<ClientCredentials> oauth;
    private final Rest rest;

    ZuoraClient(ZuoraConfig config, TapContext context) {
        this.config = config;
        Login login = config.login();
        TenantAddress address = new TenantAddress(config.addresses());
        ApiClientBuilder http = context.http();
        Supplier<URI> base;
        Map<String, String> headers = Map.of();
        if (login.oauth()) {
            ClientCredentials credentials = new ClientCredentials(
                    context.http(),
                    address,
                    login.name(),
                    login.secret(),
                    config.entityId().isPresent(),
                    clock);
            oauth = Optional.of(credentials);
            http = http.tokens(credentials);
            base = () -> address.settled().orElseGet(() -> {
                var unused = credentials.fetch(); // finds out where the tenant lives
                return address.settled().orElseThrow();
            });
        } else {
            oauth = Optional.empty();
            LegacyLogin legacy = new LegacyLogin(login.name(), login.secret());
            headers = legacy.headers();
            base = () -> legacy.find(address, context.http());
        }
        rest = new Rest(http, base, clock, headers, config.entityId());
    }

    Describer describer() {
        return new Describer(rest);
    }

    DataQueryTables tables() {
        return new DataQueryTables(statements());
    }

    /** Counts an object. */
    ObjectCount count(ObjectDescription object) {
        return new ObjectCount(
                object, statements(), new Stamps(config.read().format().zone()));
    }

    private Statements statements() {
        DataQueryJobs jobs = new DataQueryJobs(rest);
        return new Statements(jobs, watch(jobs), new ResultFiles(rest));
    }

    /** Where most streams are read from. */
    Source source() {
        return source(
                switch (config.api()) {
                    case "REST" -> new ExportJobs(rest);
                    case "DATA_QUERY" -> new DataQueryJobs(rest);
                    default -> new AquaJobs(rest, config.queriesPerJob());
                });
    }

    /** Where streams are read from that only Data Query has. */
    Source dataQuery() {
        return source(new DataQueryJobs(rest));
    }

    /** Makes sure that Zuora's time is known, before anything is planned by it. */
    void learnTime() {
        if (!clock.known()) {
            if (oauth.isPresent()) {
                rest.logIn();
            } else {
                var unused = describer().list();
            }
        }
    }

    @Override
    public void close() {
        rest.close();
        oauth.ifPresent(ClientCredentials::close);
    }

    private Source source(QueryJobs jobs) {
        return new Source(
                jobs, watch(jobs), new ResultFiles(rest), clock, config.poll(), config.jobTimeout(), config.maxJobs());
    }

    private JobWatch watch(QueryJobs jobs) {
        return new JobWatch(jobs, config.poll(), config.jobTimeout());
    }
}
