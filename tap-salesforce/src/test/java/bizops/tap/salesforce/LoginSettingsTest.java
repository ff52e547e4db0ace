package bizops.tap.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that say how to log in: what is contradictory or incomplete is told in one line, before any request. */
class LoginSettingsTest {
    private static final String SECRET = "a very secret text";

    private static TapRun tap(String... settings) {
        TapRun tap = new TapRun();
        for (String setting : settings) {
            boolean secret = setting.matches("client_secret|refresh_token|password|private_key|security_token");
            tap.set(setting, secret ? SECRET : setting.equals("login_url") ? "https://acme.my.salesforce.com" : "x");
        }
        return tap;
    }

    private static String problem(TapRun tap) {
        TapRun.Result run = tap.run();
        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).doesNotContain(SECRET);
        assertThat(run.err().lines()).as(run.err()).hasSize(1);
        return run.err();
    }

    @Test
    void saysWhatToSetWhenNothingIs() {
        assertThat(problem(tap("login_url")))
                .contains("the tap cannot log in", "SFDC_URL", "SFDC_CLIENT_ID", "SFDC_CLIENT_SECRET");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            client_id | 'client_secret' is missing for the login by client_credentials
            username | 'password' is missing for the login by soap
            password | 'username' is missing for the login by soap
            client_id,username,password | 'client_secret' is missing for the login by password
            client_id,client_secret,username | 'password' is missing for the login by password
            refresh_token | 'client_id' is missing for the login by refresh_token
            private_key,client_id | 'username' is missing for the login by jwt
            private_key | 'client_id' and 'username' are missing for the login by jwt
            """)
    void namesWhatIsMissingForTheLoginThatIsMeant(String given, String problem) {
        assertThat(problem(tap(("login_url," + given).split(",")))).contains(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            client_id,refresh_token,username,password | 'refresh_token' and 'password' are for different ways
            client_id,username,private_key,refresh_token | 'private_key' and 'refresh_token' are for different ways
            client_id,username,private_key,password | 'private_key' and 'password' are for different ways
            """)
    void refusesWhatIsForTwoWaysAtOnce(String given, String problem) {
        assertThat(problem(tap(given.split(",")))).contains(problem).contains("'login_flow'");
    }

    @Test
    void emptyTextsCountAsNotGiven() {
        String problem = problem(
                tap("client_id").set("refresh_token", "").set("password", " ").set("username", ""));

        assertThat(problem).contains("'client_secret' is missing for the login by client_credentials");
    }

    @Test
    void refusesAFlowThatIsNone() {
        assertThat(problem(tap("client_id", "client_secret").set("login_flow", "magic")))
                .contains("'login_flow' must be one of client_credentials, jwt, refresh_token, password, soap")
                .contains("\"magic\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            login_url | https://login.salesforce.com | refuses client credentials: set the organisation's My Domain
            login_url | test.salesforce.com | refuses client credentials: set the organisation's My Domain
            domain | login | refuses client credentials: set the organisation's My Domain
            login_url | https://acme.lightning.force.com/lightning/page | set it to https://acme.my.salesforce.com
            login_url | ftp://acme.my.salesforce.com | 'login_url' must be an address such as
            login_url | not an address | 'login_url' must be an address such as
            is_sandbox | true | 'login_url' is required for client credentials
            is_sandbox | true | such as https://acme--dev.sandbox.my.salesforce.com
            """)
    void refusesAnAddressAtWhichNobodyCouldLogIn(String setting, String value, String problem) {
        assertThat(problem(tap("client_id", "client_secret").set(setting, value)))
                .contains(problem);
    }

    @Test
    void warnsOfAnAddressThatIsNotEncrypted() {
        TapRun.Result run = tap("client_id", "client_secret")
                .set("login_url", "http://no-such-host.invalid")
                .set("request_max_attempts", 1)
                .run();

        assertThat(run.log()).anyMatch(line -> line.startsWith("WARN") && line.contains("is not encrypted"));
    }

    @Test
    void refusesASandboxAtTheHostOfProduction() {
        assertThat(problem(tap("client_id", "refresh_token")
                        .set("login_url", "https://login.salesforce.com")
                        .set("is_sandbox", true)))
                .contains("'is_sandbox' is true while 'login_url' is login.salesforce.com");
    }

    @Test
    void saysWhatIsWrongWithAKeyAndNothingOfItsText() {
        assertThat(problem(tap("login_url", "client_id", "username", "private_key")))
                .contains("'private_key' is no key in PEM form");
        assertThat(problem(tap("login_url", "client_id", "username")
                        .set(
                                "private_key",
                                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIabcd\n-----END ENCRYPTED PRIVATE KEY-----")))
                .contains("'private_key' is encrypted")
                .doesNotContain("MIIabcd");
    }
}
