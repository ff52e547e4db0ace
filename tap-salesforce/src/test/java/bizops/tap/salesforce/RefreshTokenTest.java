package bizops.tap.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.SalesforceFault;
import bizops.singer.error.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Refresh tokens, above all those that are good for one use. */
class RefreshTokenTest {
    @TempDir
    private Path folder = Path.of("");

    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.12).advance(Duration.ofHours(1)));
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private void rotate() {
        sandbox.fault(Fault.of(SalesforceFault.REFRESH_ROTATION));
    }

    private Path store() {
        return folder.resolve("store").resolve("token.json");
    }

    private TapRun tap() {
        return new TapRun()
                .set("login_url", sandbox.url())
                .set("client_id", sandbox.clientId())
                .set("client_secret", sandbox.clientSecret())
                .set("refresh_token", sandbox.refreshToken())
                .set("token_store", store().toString())
                .set("page_size", 200)
                .streams("Lead");
    }

    private void assertRead(TapRun.Result run) {
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        Truths.assertSame(sandbox, "Lead", run.records("Lead"));
    }

    private JsonNode kept() throws IOException {
        return TapRun.JSON.readTree(store().toFile());
    }

    @Test
    void keepsNothingWhereTokensLast() {
        assertRead(tap().run());
        assertRead(tap().run());

        assertThat(store()).doesNotExist();
    }

    @Test
    void runAfterRunGoesOnWithTheNewestToken() throws IOException {
        rotate();

        assertRead(tap().run());
        String first = kept().path("refresh_token").asText();
        assertRead(tap().run());

        assertThat(kept().path("refresh_token").asText()).isNotEqualTo(first);
    }

    @Test
    void refreshesDuringARunWithoutLosingARow() {
        rotate();
        sandbox.fault(Fault.of(SalesforceFault.SESSION_EXPIRED).path("/query/"));
        sandbox.fault(Fault.of(SalesforceFault.SESSION_EXPIRED).path("/query/").at(2));

        TapRun.Result run = tap().run();

        assertRead(run);
        assertThat(run.records("Lead")).doesNotHaveDuplicates();
        assertThat(logins()).isEqualTo(3);
        assertRead(tap().run());
    }

    @Test
    void pagesThatAreDownloadedAtOnceShareOneRefresh() {
        rotate();
        sandbox.fault(Fault.of(SalesforceFault.BULK_SMALL_PAGES).rows(60));
        sandbox.fault(Fault.of(SalesforceFault.SESSION_EXPIRED).path("/results").at(3));

        TapRun.Result run =
                tap().set("api_type", "BULK2").set("bulk_poll_seconds", 0.01).run();

        assertRead(run);
        assertThat(run.records("Lead")).doesNotHaveDuplicates();
        assertThat(logins()).isEqualTo(2);
    }

    private long logins() {
        return sandbox.usage().entries().stream()
                .filter(entry -> entry.path().equals("/services/oauth2/token"))
                .count();
    }

    @Test
    void theNewTokenIsKeptBeforeTheNewSessionIsUsed() {
        rotate();
        sandbox.fault(Fault.of(SalesforceFault.QUOTA_REACHED));

        TapRun.Result run = tap().run();
        sandbox.clearFaults();
        rotate();

        assertThat(run.code()).isEqualTo(ExitCode.TRY_LATER);
        assertRead(tap().run());
    }

    @Test
    void aSessionIsAskedForWhenOneIsNeededAndNotByAClock() {
        rotate();

        assertRead(tap().run());

        assertThat(logins()).isEqualTo(1);
    }

    @Test
    void thePublicAppNeedsNoSecret() {
        assertRead(new TapRun()
                .set("login_url", sandbox.url())
                .set("client_id", sandbox.clientId())
                .set("refresh_token", sandbox.refreshToken())
                .set("token_store", store().toString())
                .streams("Lead")
                .run());
    }

    @Test
    void aTokenConfiguredAnewWinsOverTheOneKept() throws IOException {
        Files.createDirectories(store().getParent());
        Files.writeString(store(), "{\"refresh_token\":\"of an earlier consent\",\"follows_sha256\":\"00\"}");

        assertRead(tap().run());
    }

    @Test
    void onlyItsOwnerMayReadTheStore() throws IOException {
        rotate();
        tap().run();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store())))
                .isEqualTo("rw-------");
    }

    @Test
    void twoRunsAtOnceDoNotEndEachOthersSessions() throws IOException {
        rotate();
        tap().run();
        Path lockFile = store().resolveSibling("token.json.lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();

            TapRun.Result second = tap().run();

            assertThat(second.code()).isEqualTo(ExitCode.TRY_LATER);
            assertThat(second.err()).contains("another run uses the refresh token");
        }
        assertRead(tap().run());
    }

    @Test
    void usesNoTokenThatItCouldNotReplace() throws IOException {
        rotate();
        Path file = Files.writeString(folder.resolve("file"), "");

        TapRun.Result run =
                tap().set("token_store", file.resolve("token.json").toString()).run();

        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("'token_store'").contains("cannot be written");
        assertThat(sandbox.usage().requests()).isZero();
    }

    @Test
    void aRevokedTokenIsAnErrorThatSaysSo() {
        rotate();
        tap().run();

        TapRun.Result other = tap().set(
                        "token_store", folder.resolve("empty.json").toString())
                .run();

        assertThat(other.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(other.err()).contains("expired access/refresh token").contains("authorise the app again");
    }

    @Test
    void withoutATokenStoreTheUsersFolderForStateIsUsed() throws IOException {
        rotate();
        TapRun run = new TapRun()
                .set("login_url", sandbox.url())
                .set("client_id", sandbox.clientId())
                .set("refresh_token", sandbox.refreshToken())
                .set("streams_to_discover", List.of("UserRole"))
                .variable("HOME", folder.toString());

        assertThat(run.run().code()).isEqualTo(ExitCode.OK);
        assertThat(run.run().code()).isEqualTo(ExitCode.OK);

        try (Stream<Path> files = Files.list(folder.resolve(".local/state/bizops/tap-salesforce"))) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())).filter(name -> name.endsWith(".json")))
                    .hasSize(1);
        }
    }

    @Test
    void noTokenStandsInStateOrLog() throws IOException {
        rotate();
        TapRun.Result run = tap().run();

        assertThat(run.out() + run.err() + run.log())
                .doesNotContain(sandbox.refreshToken())
                .doesNotContain(kept().path("refresh_token").asText());
    }
}
