package bizops.tap.zuora;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.sandbox.fault.Fault;
import bizops.sandbox.fault.ZuoraFault;
import bizops.singer.error.ExitCode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run that ends at any of its requests is completed by the next. */
class BrokenOffTest {
    private static final String[] STREAMS = {"Account", "Invoice", "InvoiceItem"};

    /** More than a run of these streams makes. */
    private static final int MOST_REQUESTS = 16;

    private Sandbox sandbox;
    private String catalog;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.012).advance(Duration.ofHours(3)));
        catalog = Catalogs.selecting(sandbox, STREAMS);
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private TapRun tap() {
        return TapRun.against(sandbox).catalog(catalog).set("page_rows", 40);
    }

    private TapRun.Result brokenOff(int request, String state) {
        sandbox.fault(Fault.of(ZuoraFault.FORBIDDEN_403).at(request));
        TapRun.Result run = tap().state(state).run();
        sandbox.clearFaults();
        return run;
    }

    private static String last(TapRun.Result run, String before) {
        return run.of("STATE").isEmpty() ? before : run.state().toString();
    }

    @Test
    void aFirstRun() {
        int brokenOff = 0;
        for (int request = 1; request <= MOST_REQUESTS; request++) {
            TapRun.Result run = brokenOff(request, "{}");
            brokenOff += run.code() == ExitCode.FAILURE ? 1 : 0;

            TapRun.Result rest = tap().state(last(run, "{}")).run();

            assertThat(rest.code()).as(rest.err()).isEqualTo(ExitCode.OK);
            for (String stream : STREAMS) {
                Truths.assertSame(sandbox, stream, run, rest);
            }
        }
        assertThat(brokenOff).isGreaterThan(4);
    }

    @Test
    void aLaterRun() {
        TapRun.Result first = tap().run();
        sandbox.advance(Duration.ofDays(3));
        String before = first.state().toString();
        int brokenOff = 0;
        for (int request = 1; request <= MOST_REQUESTS; request++) {
            TapRun.Result run = brokenOff(request, before);
            brokenOff += run.code() == ExitCode.FAILURE ? 1 : 0;

            TapRun.Result rest = tap().state(last(run, before)).run();

            assertThat(rest.code()).as(rest.err()).isEqualTo(ExitCode.OK);
            for (String stream : STREAMS) {
                Truths.assertSame(sandbox, stream, first, run, rest);
            }
        }
        assertThat(brokenOff).isGreaterThan(3);
    }
}
