package bizops.sandbox.zuora.rest;

import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.ZuoraFault;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** What a file does differently from the usual, as the armed faults say. */
final class Quirks {
    /** A habit of some real files. */
    enum Quirk {
        EXTRA_COLUMN(ZuoraFault.UNREQUESTED_COLUMN),
        LOWER_CASE(ZuoraFault.LOWER_CASE_HEADER),
        LABELS(ZuoraFault.LABEL_HEADER),
        OFFSET_COLON(ZuoraFault.OFFSET_COLON),
        OFFSET_Z(ZuoraFault.OFFSET_Z),
        NUL(ZuoraFault.NUL_IN_TEXT);

        private final ZuoraFault fault;

        Quirk(ZuoraFault fault) {
            this.fault = fault;
        }
    }

    private final Set<Quirk> found = EnumSet.noneOf(Quirk.class);

    Quirks(Faults faults, String path, String object) {
        Arrays.stream(Quirk.values())
                .filter(quirk ->
                        faults.firing(Set.of(quirk.fault), path, object).isPresent())
                .forEach(found::add);
    }

    Set<Quirk> found() {
        return found;
    }

    Texts texts(Texts usual) {
        String offset =
                found.contains(Quirk.OFFSET_Z) ? "XX" : found.contains(Quirk.OFFSET_COLON) ? "xxx" : usual.offset();
        return new Texts(usual.zone(), offset, usual.labels() || found.contains(Quirk.LABELS), usual.nothing());
    }
}
