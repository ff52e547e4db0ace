package bizops.tap.zuora;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.sandbox.fault.FaultName;
import bizops.sandbox.fault.TransportFault;
import bizops.sandbox.fault.ZuoraFault;
import bizops.singer.error.ExitCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many runs in a row while a fifth of all requests fails in some way: in the end the rows are the tenant's. */
class ChaosTest {
    private static final String[] STREAMS = {"Account", "Invoice", "RatePlanCharge"};
    private static final Set<FaultName> FAULTS = Set.of(
            ZuoraFault.TOKEN_EXPIRED,
            ZuoraFault.FORBIDDEN_403,
            ZuoraFault.TEMPORARY_61,
            ZuoraFault.SUBMIT_90022,
            ZuoraFault.JOB_ABORTED,
            ZuoraFault.JOB_STUCK,
            ZuoraFault.BATCH_WITHOUT_FILE,
            ZuoraFault.WRONG_COUNT,
            ZuoraFault.FILE_PURGED,
            ZuoraFault.FILE_CUT,
            ZuoraFault.GZIP_TRAILER_MISSING,
            ZuoraFault.SEGMENTS,
            TransportFault.CONNECTION_RESET,
            TransportFault.TRUNCATED_BODY);

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void runsThatFailNowAndThenAddUpToTheTruth(long seed) {
        try (Sandbox sandbox =
                Sandbox.start(SandboxOptions.defaults().scale(0.012).advance(Duration.ofHours(3)))) {
            String catalog = Catalogs.selecting(sandbox, STREAMS);
            List<TapRun.Result> runs = new ArrayList<>();
            String state = "{}";
            for (int day = 0; day < 3; day++) {
                sandbox.faultsAtRandom(seed + 100L * day, 0.2, FAULTS);
                TapRun.Result run = tap(sandbox, catalog).state(state).run();
                runs.add(run);
                state = run.of("STATE").isEmpty() ? state : run.state().toString();
                sandbox.advance(Duration.ofDays(1));
            }
            sandbox.clearFaults();

            runs.add(tap(sandbox, catalog).state(state).run());

            assertThat(runs).last().extracting(TapRun.Result::code).isEqualTo(ExitCode.OK);
            for (String stream : STREAMS) {
                Truths.assertSame(sandbox, stream, runs.toArray(TapRun.Result[]::new));
            }
        }
    }

    private static TapRun tap(Sandbox sandbox, String catalog) {
        return TapRun.against(sandbox)
                .catalog(catalog)
                .set("page_rows", 60)
                .set("on_stream_error", "continue")
                .set("full_refresh_days", Map.of("RatePlanCharge", 1));
    }
}
