package bizops.sandbox.world;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * Raw tables without a tap and a target in between: the server computes every row from its number, so that a company of
 * ten million touches stands in minutes. Of 100 touches there are 10 leads, 6 of them converted, 2 opportunities with
 * three people each, and one account; 20 or so touches are eligible for an opportunity.
 */
public final class RawWorld {
    /** The fewest touches for which there is at least one of everything. */
    public static final long FEWEST = 1000;

    private static final int MONTHS = 36;
    private static final String SETTINGS = """
            {"as_of": "2024-06-30", "gross_margin": 0.8, "average_retention_months": 30}
            """;

    private RawWorld() {}

    /**
     * Makes the schema {@code raw_salesforce} and its tables.
     *
     * @param touches rows of CampaignMember, at least {@link #FEWEST}
     * @throws SQLException if the schema is there already
     */
    public static void write(Connection connection, long touches) throws IOException, SQLException {
        try (PreparedStatement size = connection.prepareStatement(
                        "select set_config('world.touches', ?, false), set_config('world.campaigns', ?, false)");
                Statement script = connection.createStatement()) {
            size.setString(1, Long.toString(touches));
            size.setString(2, Long.toString(campaigns(touches)));
            size.execute();
            script.execute(resource("raw_salesforce.sql"));
        }
    }

    private static long campaigns(long touches) {
        return Math.min(1000, touches / 100);
    }

    /**
     * Writes the seeds that go with the tables: settings, channels, and each tenth campaign's spend by month.
     *
     * @param touches as the tables were made for
     */
    public static void seeds(Path folder, long touches) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("settings.json"), SETTINGS);
        StringBuilder channels = new StringBuilder("campaign_type,channel\n");
        for (int type = 0; type < 12; type++) {
            channels.append("Type ")
                    .append(type)
                    .append(",Channel ")
                    .append(type)
                    .append('\n');
        }
        Files.writeString(folder.resolve("campaign_channel.csv"), channels);
        StringBuilder spend = new StringBuilder("date,campaign_id,amount,currency\n");
        for (long campaign = 1; campaign <= campaigns(touches); campaign += 10) {
            for (int month = 0; month < MONTHS; month++) {
                spend.append(String.format(
                        Locale.ROOT,
                        "%d-%02d-01,701%012xAAA,250,USD%n",
                        2021 + (month + 6) / 12,
                        (month + 6) % 12 + 1,
                        campaign));
            }
        }
        Files.writeString(folder.resolve("spend.csv"), spend);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = RawWorld.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
