package bizops.tap.salesforce.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitInfoTest {
    @Test
    void readsBothFormsOfTheHeader() {
        assertThat(LimitInfo.parse("api-usage=25/5000")).contains(new LimitInfo(25, 5000));
        assertThat(LimitInfo.parse("api-usage=25/5000; per-app-api-usage=17/250(appName=my-app)"))
                .contains(new LimitInfo(25, 5000));
    }

    @Test
    void doesNotTakeTheAppsShareForTheWhole() {
        assertThat(LimitInfo.parse("per-app-api-usage=17/250(appName=my-app); api-usage=25/5000"))
                .contains(new LimitInfo(25, 5000));
        assertThat(LimitInfo.parse("per-app-api-usage=17/250(appName=my-app)")).isEmpty();
    }
}
