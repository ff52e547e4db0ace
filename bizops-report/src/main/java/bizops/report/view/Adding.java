package bizops.report.view;

import bizops.report.cube.SumData;
import java.math.BigDecimal;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** One sum being added up in many cells at once. Owned by one computation. */
final class Adding {
    private final SumData data;
    private final long[][] limbs;
    private final BitSet known = new BitSet();

    Adding(SumData data, int cells) {
        this.data = data;
        this.limbs = new long[cells][data.limbs().length];
    }

    SumData data() {
        return data;
    }

    void add(int cell, int cubeRow) {
        if (!data.unknown().get(cubeRow)) {
            known.set(cell);
            for (int k = 0; k < limbs[cell].length; k++) {
                limbs[cell][k] += data.limbs()[k][cubeRow];
            }
        }
    }

    /** Null where nothing is known of a sum that may be unknown. */
    @Nullable
    BigDecimal at(int cell) {
        return data.column().unknown() && !known.get(cell) ? null : data.value(limbs[cell]);
    }
}
