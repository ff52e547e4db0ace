package bizops.target.batch;

import bizops.target.encode.EncodedRows;

/** Rows of one step while they are filled, and how many of them a STATE covers. Owned by the batch. */
final class OpenRows {
    private final EncodedRows rows;
    private int covered;
    private int states;

    /** @param states how many STATEs came before in the batch */
    OpenRows(EncodedRows rows, int states) {
        this.rows = rows;
        this.states = states;
    }

    /** The rows, to add to; {@code statesNow} have come so far. */
    EncodedRows add(int statesNow) {
        if (states != statesNow) {
            states = statesNow;
            covered = rows.count();
        }
        return rows;
    }

    /** How many of the last rows came after the last of {@code statesInAll}. */
    int uncovered(int statesInAll) {
        return states == statesInAll ? rows.count() - covered : 0;
    }
}
