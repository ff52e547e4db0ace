package bizops.transform.mapping;

import bizops.transform.staging.ColumnProfile;
import java.util.Optional;

/**
 * A column that may hold a meaning. Immutable.
 *
 * @param name as the vendor's catalog writes it, else as raw has it
 * @param isExact whether it is one of the defaults
 * @param profile what raw holds; empty where only a catalog knows the field
 */
record Candidate(String name, boolean isExact, Optional<ColumnProfile> profile) {

    /** Whether every value of it can be read as the meaning wants. */
    boolean fits() {
        return profile.filter(ColumnProfile::fits).isPresent();
    }

    String text() {
        return name + ": " + profile.map(ColumnProfile::text).orElse("in the catalog only; select and load it first")
                + (isExact ? "" : ", similar name");
    }
}
