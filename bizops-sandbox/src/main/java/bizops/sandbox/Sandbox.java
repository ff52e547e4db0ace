package bizops.sandbox;

import bizops.sandbox.company.Company;
import bizops.sandbox.control.ControlApi;
import bizops.sandbox.control.MarketoControl;
import bizops.sandbox.control.Planting;
import bizops.sandbox.control.Truth;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.FaultName;
import bizops.sandbox.fault.Faults;
import bizops.sandbox.http.Body;
import bizops.sandbox.http.Reply;
import bizops.sandbox.http.Usage;
import bizops.sandbox.http.VendorApi;
import bizops.sandbox.http.WebServer;
import bizops.sandbox.marketo.rest.MarketoApi;
import bizops.sandbox.salesforce.data.Org;
import bizops.sandbox.salesforce.login.Credentials;
import bizops.sandbox.salesforce.login.DemoKey;
import bizops.sandbox.salesforce.rest.SalesforceApi;
import bizops.sandbox.seed.SeedFiles;
import bizops.sandbox.zuora.rest.ZuoraApi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A running sandbox: one company, its vendors' APIs on one local port, a clock that moves when told. Thread-safe. */
public final class Sandbox implements AutoCloseable {
    private static final String ZUORA = "zuora.";

    private final Company company;
    private final Org org;
    private final Faults faults = new Faults();
    private final DemoKey key = new DemoKey();
    private final SalesforceApi salesforce;
    private final ZuoraApi zuora;
    private final MarketoSandbox marketo;
    private final ControlApi control;
    private final WebServer server;

    private Sandbox(SandboxOptions options) {
        company = Company.found(options.seed(), options.scale(), options.clock());
        org = company.salesforce();
        options.rows().forEach(this::addRows);
        options.advances().forEach(company::advance);
        salesforce = new SalesforceApi(org, faults, key);
        zuora = new ZuoraApi(company.zuora(), org, faults);
        control = new ControlApi(company, faults, salesforce.usage(), zuora);
        options.faults().forEach(control::arm);
        Map<String, VendorApi> vendors = new HashMap<>();
        SalesforceApi.PATHS.forEach(path -> vendors.put(path, salesforce));
        vendors.put("/__sandbox/private-key", call -> Reply.of("application/x-pem-file", Body.of(key.privatePem())));
        ZuoraApi.PATHS.forEach(path -> vendors.put(path, zuora));
        MarketoApi marketoApi = new MarketoApi(company.marketo(), org, faults);
        marketo = new MarketoSandbox(company.marketo(), org, marketoApi);
        MarketoApi.PATHS.forEach(path -> vendors.put(path, marketoApi));
        vendors.put(
                MarketoControl.PATHS,
                new MarketoControl(company.marketo(), org, marketoApi.limits(), marketoApi.usage()));
        server = WebServer.start(options.port(), vendors, control, this::now);
    }

    private void addRows(String name, int count) {
        if (name.equals("marketo.leads")) {
            company.marketo().leads().addCopies(count, company.marketo().now());
        } else if (name.startsWith(ZUORA)) {
            company.zuora().addCopies(name.substring(ZUORA.length()), count);
        } else {
            org.addSeries(name, count);
        }
    }

    /** Founds the company and serves it at once. */
    public static Sandbox start(SandboxOptions options) {
        return new Sandbox(options);
    }

    /** For example {@code http://127.0.0.1:40123}, without a slash at the end; also the login address. */
    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    public String clientId() {
        return Credentials.CLIENT_ID;
    }

    public String clientSecret() {
        return Credentials.CLIENT_SECRET;
    }

    /** A refresh token; it lasts unless {@code refresh-rotation} is armed. */
    public String refreshToken() {
        return Credentials.REFRESH_TOKEN;
    }

    /** The user's name, for every flow that logs in a person. */
    public String username() {
        return Credentials.USERNAME;
    }

    public String password() {
        return Credentials.PASSWORD;
    }

    /** What has to follow the password. */
    public String securityToken() {
        return Credentials.SECURITY_TOKEN;
    }

    /** The private key whose public half the connected app knows, as PEM; made when first asked for. */
    public String privateKey() {
        return key.privatePem();
    }

    /** What the sandbox's clock shows. */
    public Instant now() {
        synchronized (org) {
            return org.now();
        }
    }

    /** Moves the clock; the company goes on meanwhile. */
    public void advance(Duration by) {
        synchronized (org) {
            company.advance(by);
        }
    }

    /** Arms a fault. */
    public void fault(Fault fault) {
        control.arm(fault);
    }

    /**
     * From now on any request may fail, until faults are cleared.
     *
     * @param rate how likely a request is to fail, 0 to 1
     * @param names what may happen
     */
    public void faultsAtRandom(long seed, double rate, Set<FaultName> names) {
        faults.atRandom(seed, rate, names);
    }

    /** How often faults have struck since the start. */
    public int faultsFired() {
        return faults.fired();
    }

    /** Disarms all faults. */
    public void clearFaults() {
        faults.clear();
    }

    /** Every row of an object with all fields and exact values; see {@link Truth}. */
    public List<Map<String, @Nullable Object>> truth(String object) {
        synchronized (org) {
            return new Truth(org).rows(object);
        }
    }

    /** The truth as JSON lines. */
    public String truthLines(String object) {
        synchronized (org) {
            return text(new Truth(org).lines(object));
        }
    }

    static String text(Truth.Lines lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            lines.writeTo(bytes);
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Adds a row and gives its id. */
    public String insert(String object, Map<String, ? extends @Nullable Object> values) {
        synchronized (org) {
            return new Planting(org).insert(object, values);
        }
    }

    /** Changes a row; null clears a field. */
    public void update(String object, String id, Map<String, ? extends @Nullable Object> values) {
        synchronized (org) {
            new Planting(org).update(object, id, values);
        }
    }

    /** Deletes a row as a user does. */
    public void delete(String object, String id) {
        synchronized (org) {
            new Planting(org).delete(object, id);
        }
    }

    /** Takes a row out of the bin. */
    public void undelete(String object, String id) {
        synchronized (org) {
            new Planting(org).undelete(object, id);
        }
    }

    /** Removes a row for good, from the bin too. */
    public void purge(String object, String id) {
        synchronized (org) {
            new Planting(org).purge(object, id);
        }
    }

    /** The fields of Salesforce's objects. */
    public SalesforceFields fields() {
        return new SalesforceFields(org);
    }

    /** The company's Zuora tenant, at the same address. */
    public ZuoraSandbox zuora() {
        return new ZuoraSandbox(company.zuora(), zuora, org);
    }

    /** The Marketo side. */
    public MarketoSandbox marketo() {
        return marketo;
    }

    /** Writes what a user of the marts keeps for this company, as it stands now; see {@link SeedFiles}. */
    public void writeSeeds(Path folder) throws IOException {
        synchronized (org) {
            SeedFiles.write(company, folder);
        }
    }

    /** The log of requests to Salesforce. */
    public Usage usage() {
        return salesforce.usage();
    }

    @Override
    public void close() {
        server.close();
    }
}
