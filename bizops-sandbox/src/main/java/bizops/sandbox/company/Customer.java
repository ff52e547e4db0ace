package bizops.sandbox.company;

import bizops.sandbox.zuora.data.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One billing account with its rows and contracts. */
final class Customer {
    final Row account;
    final Row billTo;
    final Row soldTo;
    final Row paymentMethod;
    final List<Contract> contracts = new ArrayList<>();

    Customer(Row account, Row billTo, Row soldTo, Row paymentMethod) {
        this.account = account;
        this.billTo = billTo;
        this.soldTo = soldTo;
        this.paymentMethod = paymentMethod;
    }

    String currency() {
        return Objects.requireNonNull(account.text("Currency"));
    }

    /** The newest contract that has not ended. */
    Optional<Contract> current() {
        for (int i = contracts.size() - 1; i >= 0; i--) {
            if (contracts.get(i).active() && !contracts.get(i).trial()) {
                return Optional.of(contracts.get(i));
            }
        }
        return Optional.empty();
    }
}
