package bizops.dist;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What all killed loads share: one company that does not change, and one load of it that nobody disturbed. Batches and
 * distances between STATEs are small, so that a load has many commits.
 */
final class KillSetting implements AutoCloseable {
    static final List<String> STREAMS = List.of(
            "Account",
            "Contact",
            "Lead",
            "Campaign",
            "CampaignMember",
            "Opportunity",
            "OpportunityContactRole",
            "OpportunityHistory",
            "User");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Company company;
    private final Path tapConfig;
    private final Path catalog;
    private final TestDatabase undisturbed = SharedPostgres.freshDatabase();
    private Map<String, List<String>> expected = Map.of();
    private long bytes;
    private long recordsSent;

    private KillSetting(Path directory, Company company) throws IOException, InterruptedException {
        this.company = company;
        this.tapConfig = directory.resolve("tap.json");
        this.catalog = directory.resolve("catalog.json");
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("login_url", company.url());
        settings.put("client_id", company.clientId());
        settings.put("client_secret", company.clientSecret());
        settings.put("streams_to_discover", STREAMS);
        settings.put("page_size", 200);
        settings.put("state_message_threshold", 100);
        JSON.writeValue(tapConfig.toFile(), settings);
        Catalogs.select(Catalogs.discover(Map.of(), tapConfig.toString()), catalog, STREAMS.toArray(String[]::new));
    }

    static KillSetting prepare(Path directory) throws IOException, InterruptedException, SQLException {
        KillSetting setting =
                new KillSetting(directory, Company.start(directory.resolve("sandbox.log"), "--scale", "0.3"));
        Chain chain = setting.start(directory.resolve("undisturbed"), Optional.empty(), setting.undisturbed);
        chain.await();
        if (chain.tapExit() != 0 || chain.targetExit() != 0) {
            throw new IOException("the undisturbed load failed; " + chain.logs());
        }
        setting.expected = LoadedTables.rows(setting.undisturbed);
        setting.bytes = chain.sent();
        setting.recordsSent =
                chain.records().values().stream().mapToLong(Long::longValue).sum();
        return setting;
    }

    /** Starts a load into a database, from a state if there is one. */
    Chain start(Path folder, Optional<String> state, TestDatabase database) throws IOException {
        Files.createDirectories(folder);
        Path target = folder.resolve("target.json");
        Map<String, Object> settings = database.settings();
        settings.put("default_target_schema", "raw_salesforce");
        settings.put("batch_size_rows", 100);
        JSON.writeValue(target.toFile(), settings);
        Optional<Path> stateFile = Optional.empty();
        if (state.isPresent()) {
            stateFile = Optional.of(Files.writeString(folder.resolve("state.json"), state.get()));
        }
        return Chain.start(folder, tapConfig, catalog, stateFile, target);
    }

    /** The undisturbed load's database. */
    TestDatabase undisturbed() {
        return undisturbed;
    }

    /** What every load must end with. */
    Map<String, List<String>> expected() {
        return expected;
    }

    long rows() {
        return expected.values().stream().mapToLong(List::size).sum();
    }

    /** How many rows an undisturbed load sends over the pipe. */
    long recordsSent() {
        return recordsSent;
    }

    /** How many bytes an undisturbed load sends over the pipe. */
    long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        company.close();
    }
}
