package bizops.tap.zuora.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.RemoteException;
import bizops.tap.zuora.rest.ZuoraError;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataCentersTest {
    @ParameterizedTest
    @CsvSource({
        "us_cloud_2, https://rest.zuora.com",
        "US Cloud 1, https://rest.na.zuora.com",
        "us-cloud-1-api-sandbox, https://rest.sandbox.na.zuora.com",
        "us_cloud_2_api_sandbox, https://rest.apisandbox.zuora.com",
        "us_performance_test, https://rest.pt1.zuora.com",
        "us_central_sandbox, https://rest.test.zuora.com",
        "eu, https://rest.eu.zuora.com",
        "eu_api_sandbox, https://rest.sandbox.eu.zuora.com",
        "EU Central Sandbox, https://rest.test.eu.zuora.com",
        "apac, https://rest.ap.zuora.com",
        "apac_central_sandbox, https://rest.test.ap.zuora.com"
    })
    void everyEnvironmentHasItsAddress(String name, String address) {
        assertThat(DataCenters.named(name)).contains(URI.create(address));
    }

    @ParameterizedTest
    @CsvSource({
        "www.zuora.com, rest.zuora.com",
        "NA.zuora.com, rest.na.zuora.com",
        "rest.eu.zuora.com, rest.eu.zuora.com"
    })
    void theHostOfTheBrowserBecomesTheHostOfTheApi(String browser, String rest) {
        assertThat(DataCenters.restHost(browser)).isEqualTo(rest);
    }

    @Test
    void theFirstDataCenterThatLetsInIsKept() {
        TenantAddress address = new TenantAddress(DataCenters.byFlags(true, false));
        List<URI> asked = new ArrayList<>();

        URI found = address.login(candidate -> {
            asked.add(candidate);
            if (!candidate.getHost().equals("rest.sandbox.na.zuora.com")) {
                throw new LoginRefusedException(new ZuoraError(401, "", "", ""), "");
            }
            return candidate;
        });

        assertThat(found).hasHost("rest.sandbox.na.zuora.com");
        assertThat(asked).hasSize(2);
        assertThat(address.settled()).contains(found);
    }

    @Test
    void whereNobodyLetsInTheFirstRefusalIsTold() {
        TenantAddress address = new TenantAddress(DataCenters.byFlags(false, false));

        assertThatThrownBy(() -> address.login(candidate -> {
                    throw new LoginRefusedException(new ZuoraError(401, "", candidate.getHost(), ""), "");
                }))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("rest.zuora.com");
        assertThat(address.settled()).isEmpty();
    }
}
