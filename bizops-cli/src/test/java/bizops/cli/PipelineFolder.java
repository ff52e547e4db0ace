package bizops.cli;

import bizops.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A project with a tap and a target in Python, and what they left behind. */
final class PipelineFolder {
    /** Sends the numbers from the bookmark on up to {@code until}; does first what its settings {@code do} say. */
    private static final String TAP = """
            #!/usr/bin/env python3
            import json, os, sys
            args = sys.argv[1:]
            value = lambda flag: args[args.index(flag) + 1] if flag in args else None
            config = json.load(open(value("--config")))
            here = os.path.dirname(os.path.abspath(__file__))
            with open(os.path.join(here, config["name"] + ".calls"), "a") as calls:
                calls.write(" ".join(args) + "\\n")
            os.environ["CALLS"] = os.path.join(here, config["name"] + ".calls")
            if "--discover" in args:
                print(json.dumps({"streams": [
                    {"tap_stream_id": s, "schema": {"properties": {"n": {}, "secret": {}}}, "metadata": []}
                    for s in ("numbers", "letters")]}))
                sys.exit(0)
            if value("--catalog"):
                os.system("cp %s %s" % (value("--catalog"), os.path.join(here, config["name"] + ".catalog")))
            print("INFO password is %s" % config.get("password"), file=sys.stderr)
            code = os.system(config["do"]) if "do" in config else 0
            if code:
                sys.exit(os.waitstatus_to_exitcode(code))
            state = json.load(open(value("--state"))) if value("--state") else {}
            start = state.get("bookmarks", {}).get("numbers", {}).get("replication_key_value", 0)
            print(json.dumps({"type": "SCHEMA", "stream": "numbers", "schema": {}, "key_properties": []}))
            for n in range(start + 1, config.get("until", 3) + 1):
                print(json.dumps({"type": "RECORD", "stream": "numbers", "record": {"n": n}}))
            print(json.dumps({"type": "STATE", "value": {"bookmarks": {"numbers": {"replication_key": "n",
                "replication_key_value": config.get("until", 3)}, "letters": {"version": 1}}}}))
            metric = {"type": "counter", "metric": "record_count", "value": config.get("until", 3) - start,
                "tags": {"stream": "numbers"}}
            print("INFO METRIC: " + json.dumps(metric), file=sys.stderr)
            """;

    private static final String TARGET = """
            #!/usr/bin/env python3
            import json, os, sys
            out = json.load(open(sys.argv[sys.argv.index("--config") + 1]))["out"]
            with open(out, "a") as rows:
                for line in sys.stdin:
                    message = json.loads(line)
                    if message["type"] == "RECORD":
                        rows.write(str(message["record"]["n"]) + "\\n")
                    if message["type"] == "STATE":
                        rows.flush()
                        print(json.dumps(message["value"]), flush=True)
            """;

    private final Path folder;
    private final TestDatabase database;

    PipelineFolder(Path folder, TestDatabase database) {
        this.folder = folder;
        this.database = database;
    }

    /** Puts the two programs there. */
    void makeScripts() throws IOException {
        script("tap.py", TAP);
        script("target.py", TARGET);
    }

    /** Writes {@code bizops.yml}; {@code @TARGET} is the target that appends the numbers to {@code out}. */
    Path project(String text) throws IOException {
        return Files.writeString(
                folder.resolve("bizops.yml"),
                text.replace(
                        "@TARGET", "targets: {file: {command: ./target.py, settings: {out: " + path("out") + "}}}"));
    }

    void script(String name, String content) throws IOException {
        Files.setPosixFilePermissions(
                Files.writeString(folder.resolve(name), content), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    String text(String name) throws IOException {
        return Files.exists(path(name)) ? Files.readString(path(name)) : "";
    }

    @Nullable
    String value(String sql) throws SQLException {
        try (Connection open = database.connect();
                Statement statement = open.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }
}
