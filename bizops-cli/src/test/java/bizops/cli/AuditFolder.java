package bizops.cli;

import bizops.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;

/** A project with a tap in Python whose deals lie in a file, and the raw table that they were loaded into. */
final class AuditFolder {
    /** Counts the deals of its file, or sends them; the bookmark is that of {@code --state} or of settings. */
    private static final String TAP = """
            #!/usr/bin/env python3
            import decimal, json, os, sys
            args = sys.argv[1:]
            value = lambda flag: args[args.index(flag) + 1] if flag in args else None
            config = json.load(open(value("--config")))
            here = os.path.dirname(os.path.abspath(__file__))
            if config.get("broken"):
                print("CRITICAL tap.py: the token was refused", file=sys.stderr)
                sys.exit(1)
            deals = [json.loads(line, parse_float=decimal.Decimal) for line in open(os.path.join(here, "deals.jsonl"))]
            number = lambda value: decimal.Decimal(str(value or 0))
            schema = {"type": "object", "properties": {"Id": {"type": "string"},
                "Amount": {"type": ["null", "number"]}, "Stamp": {"type": "string", "format": "date-time"},
                "IsDeleted": {"type": "boolean"}, "Guess": {"type": ["null", "number"]}}}
            stream = {"tap_stream_id": "Deal", "stream": "Deal", "schema": schema,
                "metadata": [{"breadcrumb": [], "metadata": {"selected": True}},
                    {"breadcrumb": ["properties", "Guess"], "metadata": {"calculated": True}}]}
            if "--discover" in args:
                print(json.dumps({"streams": [stream]}))
            elif "--audit" in args and config.get("print"):
                print(config["print"])
            elif "--audit" in args:
                before = json.load(open(value("--state")))["bookmarks"]["Deal"]["replication_key_value"]
                live = [d for d in deals if d["Stamp"] < before and not d["IsDeleted"]]
                print(json.dumps({"stream": "Deal", "rows": len(live), "key_properties": ["Id"], "schema": schema,
                    "sums": {"Amount": str(sum(number(d["Amount"]) for d in live))},
                    "newest": max([d["Stamp"] for d in live], default=None), "replication_key": "Stamp",
                    "before": before, "changed": [d["Id"] for d in deals if d["Stamp"] >= before]}))
                print(json.dumps({"stream": "Note", "skip": "notes cannot be counted"}))
                sys.exit(config.get("exit", 0))
            else:
                assert not value("--state")
                print(json.dumps({"type": "SCHEMA", "stream": "Deal", "schema": schema, "key_properties": ["Id"],
                    "bookmark_properties": ["Stamp"]}))
                for d in [deals[0]] + deals:
                    print('{"type": "RECORD", "stream": "Deal", "record": {"Id": "%s", "Amount": %s, "Stamp": "%s",'
                        ' "IsDeleted": %s, "Guess": 5}}' % (d["Id"], "null" if d["Amount"] is None else d["Amount"], d["Stamp"],
                        json.dumps(d["IsDeleted"])))
                print(json.dumps({"type": "STATE", "value": {}}))
            """;

    private static final String STATE = "{\"bookmarks\":{\"Deal\":{\"replication_key\":\"Stamp\","
            + "\"replication_key_value\":\"2026-01-10T00:00:00Z\"}}}";

    private final Path folder;
    private final TestDatabase database;

    AuditFolder(Path folder, TestDatabase database) {
        this.folder = folder;
        this.database = database;
    }

    /** The project, the vendor's deals and a raw table that agrees with them. */
    void make(Cli cli) throws Exception {
        PipelineFolder pipeline = new PipelineFolder(folder, database);
        pipeline.script("tap.py", TAP);
        project("");
        vendor(
                deal("A", "1234567.01", 1, false),
                deal("B", "20.5", 2, false),
                deal("C", "null", 3, false),
                deal("D", "7", 4, true));
        execute("CREATE SCHEMA raw_crm; CREATE TABLE raw_crm.deal (id text PRIMARY KEY, amount numeric,"
                + " stamp timestamptz, isdeleted boolean, _sdc_deleted_at timestamptz, guess numeric);"
                + " INSERT INTO raw_crm.deal VALUES ('A', 1234567.01, '2026-01-01T00:00:00Z', false),"
                + " ('B', 20.5, '2026-01-02T00:00:00Z', false), ('C', NULL, '2026-01-03T00:00:00Z', false),"
                + " ('D', 7, '2026-01-04T00:00:00Z', true)");
        Cli.Outcome set = cli.callWith("", "state", "set", "crm", STATE);
        if (!set.errors().isEmpty() && set.code().number() != 0) {
            throw new AssertionError(set.errors());
        }
    }

    /** Writes {@code bizops.yml}. */
    void project(String tapSettings) throws IOException {
        project(tapSettings, "");
    }

    void project(String tapSettings, String targetSettings) throws IOException {
        Files.writeString(folder.resolve("bizops.yml"), """
                taps: {crm: {command: ./tap.py, settings: {name: crm%s}, select: ["*"]}}
                targets: {warehouse: {command: target-postgres, settings: {batch_size_rows: 10%s}}}
                pipelines: {nightly: {taps: [crm], target: warehouse}}
                """.formatted(tapSettings, targetSettings));
    }

    /** What the vendor holds from now on. */
    void vendor(String... deals) throws IOException {
        Files.write(folder.resolve("deals.jsonl"), List.of(deals));
    }

    /** A deal last changed on that day of January. */
    static String deal(String id, String amount, int day, boolean deleted) {
        return "{\"Id\": \"%s\", \"Amount\": %s, \"Stamp\": \"2026-01-%02dT00:00:00Z\", \"IsDeleted\": %s}"
                .formatted(id, amount, day, deleted);
    }

    void execute(String sql) throws Exception {
        try (Connection open = database.connect();
                Statement statement = open.createStatement()) {
            statement.execute(sql);
        }
    }
}
