package bizops.cli;

import java.math.BigDecimal;
import java.nio.file.Path;

/**
 * What a demo was asked for.
 *
 * @param scale how many times the usual company's size, above 0
 * @param advanceDays by how much the company's clock moves in this run; 0 leaves it
 * @param directory absolute
 */
record DemoOptions(long seed, BigDecimal scale, int advanceDays, boolean keep, Path directory) {
    /** The company's own name, for its folder and its database. */
    String company() {
        String size = scale.stripTrailingZeros().toPlainString();
        return "company_" + seed + (size.equals("1") ? "" : "_x" + size.replace('.', '_'));
    }
}
