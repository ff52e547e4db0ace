package bizops.sandbox.fault;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The name of a fault that can be armed, each vendor's in an enum of its own. The sandbox's README says what each does. */
public sealed interface FaultName permits TransportFault, SalesforceFault, ZuoraFault, MarketoFault {
    /** A count that never ends. */
    int ALWAYS = Integer.MAX_VALUE;

    /** The constant's name. */
    String name();

    /** How often the fault fires when its arming says nothing. */
    default int usualCount() {
        return 1;
    }

    /** The settings without which the fault says nothing. */
    default List<String> needs() {
        return List.of();
    }

    /** The name as written by people, for example {@code connection-reset}. */
    default String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All names. */
    static List<FaultName> all() {
        return Stream.<FaultName[]>of(
                        TransportFault.values(), SalesforceFault.values(), ZuoraFault.values(), MarketoFault.values())
                .flatMap(Stream::of)
                .toList();
    }

    /** The name written so, with {@code -} or {@code _}. */
    static Optional<FaultName> of(String text) {
        return all().stream()
                .filter(name -> name.text().equals(text.replace('_', '-')))
                .findFirst();
    }
}
