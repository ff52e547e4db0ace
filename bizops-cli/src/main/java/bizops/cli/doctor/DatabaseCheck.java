package bizops.cli.doctor;

import bizops.cli.store.SchemaRights;
import bizops.cli.store.ServerFacts;
import bizops.cli.store.Store;
import bizops.singer.warehouse.Migrations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The server, this role's rights there, and its clock. */
record DatabaseCheck(Store store, List<String> rawSchemas, Instant now) implements Check {
    private static final String SUBJECT = "database";
    private static final int OLDEST = 140000;
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final int FEW_CONNECTIONS = 10;

    @Override
    public List<Finding> findings() {
        ServerFacts facts = ServerFacts.of(store);
        List<Finding> findings = new ArrayList<>();
        findings.add(
                facts.versionNumber() < OLDEST
                        ? Finding.fail(SUBJECT, "PostgreSQL " + facts.version(), "14 or newer is needed: upgrade it")
                        : Finding.ok(SUBJECT, "PostgreSQL " + facts.version()));
        if (facts.readOnly()) {
            findings.add(Finding.fail(
                    SUBJECT,
                    "the server is a standby or read only",
                    "give the address of the primary, or set default_transaction_read_only = off for this role"));
        }
        if (!facts.encrypted() && !facts.loopback()) {
            findings.add(Finding.warn(
                    "tls",
                    "the connection to the database is not encrypted",
                    "let the server offer TLS, and set ssl_root_cert"));
        }
        if (facts.shared()) {
            findings.add(Finding.fail(
                    "locks",
                    "a pooler shares the server's sessions between statements: no lock holds",
                    "connect to the server itself, or pool by session"));
        }
        if (facts.freeConnections() < FEW_CONNECTIONS) {
            findings.add(Finding.warn(
                    SUBJECT,
                    facts.freeConnections() + " connections are left",
                    "raise max_connections, or end what is idle"));
        }
        findings.add(clock(facts));
        findings.add(migrations(facts));
        schemas(facts, findings);
        return findings;
    }

    private Finding clock(ServerFacts facts) {
        Duration skew = Duration.between(facts.now(), now).abs();
        return skew.compareTo(SKEW) > 0
                ? Finding.fail(
                        "clock",
                        "this machine is " + skew.toSeconds() + " s off the database's server",
                        "set both clocks by NTP: vendors refuse log-ins with a wrong time")
                : Finding.ok("clock", "as the database's server");
    }

    private static Finding migrations(ServerFacts facts) {
        if (facts.migrations() > Migrations.latest()) {
            return Finding.fail(
                    "schema bizops",
                    "its version is " + facts.migrations() + ", of a newer bizops; this one knows "
                            + Migrations.latest(),
                    "upgrade this BizOps, or restore the backup from before the upgrade");
        }
        return Finding.ok(
                "schema bizops",
                facts.migrations() == 0
                        ? "not there yet; the first run makes it"
                        : "version " + facts.migrations()
                                + (facts.migrations() < Migrations.latest() ? ", the next run upgrades it" : ""));
    }

    private void schemas(ServerFacts facts, List<Finding> findings) {
        List<String> names = new ArrayList<>(List.of("bizops"));
        names.addAll(rawSchemas);
        for (String name : names) {
            findings.add(schema(SchemaRights.of(store, name), facts));
        }
    }

    private static Finding schema(SchemaRights rights, ServerFacts facts) {
        String subject = "rights";
        String name = rights.schema();
        if (!rights.exists()) {
            return facts.mayCreateSchemas()
                    ? Finding.ok(subject, "schema " + name + " will be made")
                    : Finding.fail(
                            subject,
                            "schema " + name + " is not there, and this role may not make it",
                            "GRANT CREATE ON DATABASE to it, or CREATE SCHEMA " + name + " AUTHORIZATION it");
        }
        if (!rights.mayUse() || !rights.mayCreate()) {
            return Finding.fail(
                    subject,
                    "this role may not make tables in schema " + name,
                    "GRANT USAGE, CREATE ON SCHEMA " + name + " to it, or correct schema in bizops.yml");
        }
        return rights.foreignTables() > 0
                ? Finding.fail(
                        subject,
                        rights.foreignTables() + " tables in schema " + name + " belong to other roles",
                        "run as their owner, or ALTER TABLE ... OWNER TO this role: only an owner adds columns")
                : Finding.ok(subject, "schema " + name);
    }
}
