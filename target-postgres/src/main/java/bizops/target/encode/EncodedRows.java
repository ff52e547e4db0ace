package bizops.target.encode;

import bizops.target.table.StreamShape;
import java.util.BitSet;

/**
 * Rows of one stream, encoded for one shape, in their order. Those of which only the fields they have count (deletes of an
 * upserted stream, and all of it where absent fields keep their value) stand apart, each with how many rows came before it
 * and which fields it has. Filled by the thread that reads, then handed over.
 */
public final class EncodedRows {
    private StreamShape shape;
    private final CopyBytes rows;
    private final CopyBytes parts;
    private final BitSet fieldsOfParts = new BitSet();
    private boolean versions;
    private boolean deleteMarks;
    private boolean old;

    /** @param pool where the memory comes from and, by {@link #release}, returns to */
    public EncodedRows(StreamShape shape, ChunkPool pool) {
        this.shape = shape;
        this.rows = new CopyBytes(pool);
        this.parts = new CopyBytes(pool);
    }

    /** Gives the memory back; the rows are gone. */
    public void release() {
        rows.release();
        parts.release();
    }

    /** The columns, each of the widest type that a row needed. */
    public StreamShape shape() {
        return shape;
    }

    /** COPY text: the shape's columns, then the first four of the metadata columns, each field ended by a tab. */
    public CopyBytes rows() {
        return rows;
    }

    /**
     * Records of which only the fields they have count. As {@link #rows}, then one digit a column for which fields came,
     * and the number of rows before.
     */
    public CopyBytes parts() {
        return parts;
    }

    /** Indexes of the columns that some part has. */
    public BitSet fieldsOfParts() {
        return fieldsOfParts;
    }

    public int count() {
        return rows.rows() + parts.rows();
    }

    public long size() {
        return rows.size() + parts.size();
    }

    /** Whether some row has a version. */
    public boolean hasVersions() {
        return versions;
    }

    /** Whether some row is marked deleted. */
    public boolean hasDeleteMarks() {
        return deleteMarks;
    }

    /** Whether some row came long before, so that the table may have a later one. */
    public boolean hasOld() {
        return old;
    }

    void widen(StreamShape wider) {
        shape = wider;
    }

    void noteVersion() {
        versions = true;
    }

    void noteDeleteMark() {
        deleteMarks = true;
    }

    void noteOld() {
        old = true;
    }
}
