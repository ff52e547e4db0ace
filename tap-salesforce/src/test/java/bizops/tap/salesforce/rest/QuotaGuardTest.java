package bizops.tap.salesforce.rest;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.RemoteException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaGuardTest {
    private static QuotaGuard guard(double total, double perRun, int calls) {
        QuotaGuard guard = new QuotaGuard(total, perRun);
        for (int i = 0; i < calls; i++) {
            guard.countCall();
        }
        return guard;
    }

    @ParameterizedTest
    @CsvSource({"80, 12000, 15000", "80, 0, 15000", "100, 15000, 15000", "0.5, 500, 100000", "80, 5, 0"})
    void goesOnUpToTheShareOfEverybody(double total, long used, long allowed) {
        assertThatCode(() -> guard(total, 100, 1).check(new LimitInfo(used, allowed)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"80, 12001, 15000", "0, 1, 15000", "0.5, 501, 100000", "99.9, 15000, 15000"})
    void stopsAboveTheShareOfEverybody(double total, long used, long allowed) {
        assertThatThrownBy(() -> guard(total, 100, 1).check(new LimitInfo(used, allowed)))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining(used + " of " + allowed)
                .hasMessageContaining("quota_percent_total");
    }

    @Test
    void countsItsOwnCallsAloneForTheShareOfARun() {
        assertThatCode(() -> guard(100, 25, 250).check(new LimitInfo(999, 1000)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> guard(100, 25, 251).check(new LimitInfo(999, 1000)))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("this run made 251 of the 1000")
                .hasMessageContaining("quota_percent_per_run of 25 %");
    }
}
