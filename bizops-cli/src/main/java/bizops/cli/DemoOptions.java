package bizops.cli;

import java.nio.file.Path;

/**
 * What a demo was asked for.
 *
 * @param advanceDays by how much the company's clock moves in this run; 0 leaves it
 * @param directory absolute
 */
record DemoOptions(long seed, int scale, int advanceDays, boolean keep, Path directory) {
    /** The company's own name, for its folder and its database. */
    String company() {
        return "company_" + seed + (scale == 1 ? "" : "_x" + scale);
    }
}
