package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ConfigException;
import bizops.transform.config.BuildInput;
import bizops.transform.config.SeedTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seeds and settings as editors, spreadsheets and people write them. */
final class SeedFilesTest {
    @TempDir
    Path folder;

    @Test
    void aByteOrderMarkCrLfQuotesBlankLinesAndAnotherOrderOfColumnsAreRead() throws Exception {
        write(
                "spend.csv",
                "\uFEFFcampaign_id,\"date\", amount ,currency\r\n\r\n\"701\",2020-01-10,\"1,5\"\"\",USD\r\n"
                                .replace("\"1,5\"\"\"", "\" 1e3 \"")
                        + "\r\n702,2020-01-11,-0.50, GBP \r\n\r\n");
        write("campaign_channel.csv", "campaign_type,channel\n\"Paid, \"\"big\"\"\nSearch\",Search\n");

        BuildInput input = read();

        assertThat(input.seeds().get(SeedTable.SPEND))
                .containsExactly(
                        List.of(LocalDate.of(2020, 1, 10), "701", new BigDecimal("1E+3"), "USD"),
                        List.of(LocalDate.of(2020, 1, 11), "702", new BigDecimal("-0.50"), "GBP"));
        assertThat(input.seeds().get(SeedTable.CAMPAIGN_CHANNEL))
                .containsExactly(List.of("Paid, \"big\"\nSearch", "Search"));
    }

    @Test
    void everyWrongLineIsNamed() throws Exception {
        write("spend.csv", "date,campaign_id,amount,currency,note\n");
        write(
                "currency_rate.csv",
                "currency,valid_from,rate\nGBP,2020-01-01,0\nGBP,01/02/2020,1\n\neuro,2020-01-01,1\nGBP,2020-01-03\n");
        write("touch_activity.csv", "activity_type_id,name\n2,A\n2,B\n");
        write("lead_source_bucket.csv", "");
        write("campaign_channel.csv", "campaign_type;channel\nEvent;Events\n");

        assertThatConfigException(this::read)
                .containsExactlyInAnyOrder(
                        "spend.csv, line 1: the header must be date,campaign_id,amount,currency, got"
                                + " date,campaign_id,amount,currency,note",
                        "currency_rate.csv, line 2: field rate: 0 is out of range",
                        "currency_rate.csv, line 3: field valid_from: \"01/02/2020\" is no date such as 2024-01-31",
                        "currency_rate.csv, line 5: field currency: \"euro\" is no ISO 4217 code such as USD",
                        "currency_rate.csv, line 6: has 2 fields, the header 3",
                        "touch_activity.csv, line 3: [2] is given already in line 2",
                        "lead_source_bucket.csv: empty; it needs the header lead_source,bucket",
                        "campaign_channel.csv, line 1: the header must be campaign_type,channel, got"
                                + " campaign_type;channel; save it with commas between the fields");
    }

    @Test
    void aFileThatIsNotUtf8IsNamed() throws Exception {
        Files.write(
                folder.resolve("spend.csv"),
                "date,campaign_id,amount,currency\n2020-01-01,caf\u00e9,1,USD\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatConfigException(this::read).singleElement().asString().contains("spend.csv", "UTF-8");
    }

    @Test
    void numbersMayBeTexts() throws Exception {
        write(
                "settings.json",
                "{\"as_of\": \"2020-08-31\", \"gross_margin\": \"0.75\", \"lookback_days\": \"180\","
                        + " \"time_decay_half_life_days\": 14.0, \"touch_dedup_days\": \"1.0\", \"retention_cap_months\": \"60\","
                        + " \"average_retention_months\": \"5\", \"fiscal_year_start_month\": \"2\", \"slow_stage_days\": \"9\","
                        + " \"stale_days\": \"8\", \"reject_limit\": \"0.5\", \"sao_types\": [null]}");

        var settings = read().settings();

        assertThat(settings.grossMargin()).contains(new BigDecimal("0.75"));
        assertThat(settings.lookbackDays()).isEqualTo(180);
        assertThat(settings.timeDecayHalfLifeDays()).isEqualTo(14);
        assertThat(settings.averageRetentionMonths()).contains(new BigDecimal("5"));
        assertThat(settings.fiscalYearStartMonth()).isEqualTo(2);
        assertThat(settings.rejectLimit()).isEqualByComparingTo("0.5");
        assertThat(settings.saoTypes()).isEmpty();
        assertThat(settings.saoTypesHoldNull()).isTrue();
    }

    @Test
    void everyWrongSettingIsNamed() throws Exception {
        write(
                "settings.json",
                "{\"as_of\": \"31.08.2020\", \"gross_margin\": \"75 %\", \"lookback_days\": 1.5, \"touch_dedup_days\": -1,"
                        + " \"reporting_timezone\": \"Berlin\", \"reporting_currency\": \"usd\", \"sao_types\": \"New\", \"sao_excluded_stages\": [null],"
                        + " \"models\": [\"frist\"], \"fiscal_year_named_by\": \"middle\", \"lookback\": 1}");

        assertThatConfigException(this::read)
                .allMatch(line -> line.startsWith("settings.json: "))
                .anyMatch(line -> line.contains("'as_of' must be a date"))
                .anyMatch(line -> line.contains("'gross_margin' must be a number from 0 to 1"))
                .anyMatch(line -> line.contains("'lookback_days' must be a whole number"))
                .anyMatch(line -> line.contains("'touch_dedup_days' must be"))
                .anyMatch(line -> line.contains("'reporting_timezone' must be an IANA zone"))
                .anyMatch(line -> line.contains("'reporting_currency' must be"))
                .anyMatch(line -> line.contains("'sao_types' must be a list"))
                .anyMatch(line -> line.contains("'sao_excluded_stages' must be a list"))
                .anyMatch(line -> line.contains("'models' may hold"))
                .anyMatch(line -> line.contains("'fiscal_year_named_by' must be one of"))
                .anyMatch(line -> line.contains("unknown setting 'lookback'"))
                .hasSize(11);
    }

    @Test
    void aByteOrderMarkBeforeSettingsIsNoMatter() throws Exception {
        write("settings.json", "\uFEFF{\"lookback_days\": 7}");

        assertThat(read().settings().lookbackDays()).isEqualTo(7);
    }

    private static org.assertj.core.api.ListAssert<String> assertThatConfigException(ThrowingCallable reading) {
        Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(reading);
        assertThat(thrown).isInstanceOf(ConfigException.class);
        return assertThat(((ConfigException) thrown).problems());
    }

    private BuildInput read() {
        return BuildInput.read(folder, Clock.systemUTC());
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
