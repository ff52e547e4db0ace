package bizops.tap.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.SalesforceFault;
import bizops.singer.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way to log in, at a server that checks what the vendor checks. */
class LoginTest {
    @TempDir
    private Path folder = Path.of("");

    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.004));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private TapRun tap() {
        return new TapRun().set("login_url", sandbox.url()).streams("UserRole");
    }

    private TapRun jwt() {
        return tap().set("client_id", sandbox.clientId())
                .set("username", sandbox.username())
                .set("private_key", sandbox.privateKey());
    }

    private static void assertRead(TapRun.Result run) {
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.records("UserRole")).isNotEmpty();
    }

    private long logins(String path) {
        return sandbox.usage().entries().stream()
                .filter(entry -> entry.path().startsWith(path))
                .count();
    }

    @Test
    void logsInWithASignedAssertionWhoseClockIsTheServers() {
        TapRun.Result run = jwt().run();

        assertRead(run);
        assertThat(run.log()).anyMatch(line -> line.startsWith("WARN") && line.contains("this machine's clock is"));
        assertThat(logins("/services/oauth2/token")).isEqualTo(2);
    }

    @Test
    void takesTheKeyFromAFileAndFromAVariableOnOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("key.pem"), sandbox.privateKey());
        TapRun.Result fromFile = tap().set("client_id", sandbox.clientId())
                .set("username", sandbox.username())
                .set("private_key_file", file.toString())
                .run();
        TapRun.Result fromVariable = tap().variable("SFDC_CLIENT_ID", sandbox.clientId())
                .variable("SFDC_USERNAME", sandbox.username())
                .variable("SFDC_PRIVATE_KEY", sandbox.privateKey().replace("\n", "\\n"))
                .run();

        assertRead(fromFile);
        assertRead(fromVariable);
    }

    @Test
    void saysWhatToDoWhenAnAssertionIsRefused() {
        TapRun.Result user = jwt().set("username", "other@example.com").run();
        Sandbox other = Sandbox.start(SandboxOptions.defaults().scale(0.004));
        TapRun.Result key = jwt().set("private_key", other.privateKey()).run();
        other.close();

        assertThat(user.err()).contains("hasn't approved this consumer").contains("pre-authorise");
        assertThat(key.err())
                .contains("invalid assertion")
                .contains("certificate")
                .doesNotContain("PRIVATE KEY");
        assertThat(key.code()).isEqualTo(ExitCode.FAILURE);
    }

    @Test
    void theVariablesOfTheProjectsSeedLogInOverSoapAndAreToldItsEnd() {
        TapRun.Result run = new TapRun()
                .streams("UserRole")
                .variable("SFDC_URL", sandbox.url())
                .variable("SFDC_USERNAME", sandbox.username())
                .variable("SFDC_PASSWORD", sandbox.password() + sandbox.securityToken())
                .run();

        assertRead(run);
        assertThat(run.log()).anyMatch(line -> line.startsWith("WARN") && line.contains("1 June 2027"));
        assertThat(logins("/services/Soap/u/64.0")).isEqualTo(1);
    }

    @Test
    void putsTheSecurityTokenBehindThePasswordAndAsksTheLastVersionThatHasTheCall() {
        TapRun.Result run = tap().set("username", sandbox.username())
                .set("password", sandbox.password())
                .set("security_token", sandbox.securityToken())
                .set("api_version", "66.0")
                .run();

        assertRead(run);
        assertThat(logins("/services/Soap/u/64.0")).isEqualTo(1);
        assertThat(logins("/services/data/v66.0")).isPositive();
    }

    @Test
    void doesNotTryAWrongPasswordTwiceNorShowIt() {
        TapRun.Result run = tap().set("username", sandbox.username())
                .set("password", "wrong password")
                .run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err())
                .contains("INVALID_LOGIN: Invalid username, password, security token; or user locked out.")
                .contains("'security_token'")
                .doesNotContain("wrong password");
        assertThat(logins("/services/Soap")).isEqualTo(1);
    }

    @Test
    void saysThatTheSoapLoginIsOff() {
        sandbox.fault(Fault.of(SalesforceFault.SOAP_LOGIN_OFF));

        TapRun.Result run = tap().set("username", sandbox.username())
                .set("password", sandbox.password() + sandbox.securityToken())
                .run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("disabled by default").contains("client credentials or JWT");
    }

    @Test
    void sitsOutAFailureOfTheSoapServer() {
        sandbox.fault(Fault.of(SalesforceFault.UNAVAILABLE_503).path("/Soap/"));

        assertRead(tap().set("username", sandbox.username())
                .set("password", sandbox.password() + sandbox.securityToken())
                .run());
    }

    private TapRun password() {
        return tap().set("client_id", sandbox.clientId())
                .set("client_secret", sandbox.clientSecret())
                .set("username", sandbox.username())
                .set("password", sandbox.password())
                .set("security_token", sandbox.securityToken());
    }

    @Test
    void logsInWithThePasswordFlowWhereItIsNotBlocked() {
        sandbox.fault(Fault.of(SalesforceFault.PASSWORD_FLOW_ON));

        TapRun.Result run = password().run();

        assertRead(run);
        assertThat(run.log()).anyMatch(line -> line.startsWith("WARN") && line.contains("username-password flow"));
    }

    @Test
    void saysThatThePasswordFlowMayBeBlocked() {
        TapRun.Result run = password().run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err())
                .contains("authentication failure")
                .contains("block this flow")
                .contains("'login_flow' to client_credentials");
    }

    @Test
    void aNamedFlowWinsOverWhatIsAlsoSet() {
        assertRead(password().set("login_flow", "soap").run());
        assertThat(logins("/services/Soap")).isEqualTo(1);
        assertRead(password().set("login_flow", "client_credentials").run());
        assertThat(logins("/services/oauth2")).isEqualTo(1);
    }

    @Test
    void aSessionThatIsRefusedForGoodIsNotAskedForAgain() {
        sandbox.fault(Fault.of(SalesforceFault.SESSION_REFUSED));

        TapRun.Result run = TapRun.against(sandbox).streams("UserRole").run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("not valid for use with the REST API").contains("session policy");
        assertThat(logins("/services/oauth2")).isEqualTo(1);
    }

    @Test
    void noSecretOfAnyFlowIsWrittenAnywhere() {
        sandbox.fault(Fault.of(SalesforceFault.PASSWORD_FLOW_ON));
        List<TapRun.Result> runs =
                List.of(password().run(), password().set("login_flow", "soap").run(), jwt().run());

        assertThat(runs)
                .allSatisfy(run -> assertThat(run.out() + run.err() + run.log())
                        .doesNotContain(
                                sandbox.clientSecret(),
                                sandbox.password(),
                                sandbox.securityToken(),
                                "PRIVATE KEY",
                                "00DHu"));
    }
}
