package bizops.dist.tapfaults;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.fault.FaultName;
import bizops.sandbox.fault.TransportFault;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No fault of the sandbox is forgotten: it strikes runs of its vendor's tap, or a reason is given why it cannot. */
final class FaultListsTest {
    static List<Vendor> vendors() {
        return Vendors.ALL;
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void everyFaultOfTheSandboxStrikesOrIsLeftOutForAReason(Vendor vendor) {
        List<FaultName> all = new ArrayList<>(vendor.known());
        all.addAll(List.of(TransportFault.values()));
        List<FaultName> told = new ArrayList<>(vendor.faults());
        told.addAll(vendor.leftOut().keySet());

        assertThat(told).containsExactlyInAnyOrderElementsOf(all);
        assertThat(vendor.leftOut().values()).noneMatch(String::isBlank);
    }
}
