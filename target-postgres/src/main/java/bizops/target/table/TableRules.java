package bizops.target.table;

import java.util.OptionalLong;

/**
 * What the target does with tables. Immutable.
 *
 * @param frozen whether a table that is there is never changed
 * @param maxRewriteBytes tables of more bytes are not rewritten for another column type
 * @param migratesKeys whether a stream's new key replaces the table's
 * @param readers who gets rights on what is made
 */
public record TableRules(
        NameCase nameCase,
        boolean frozen,
        OptionalLong maxRewriteBytes,
        boolean migratesKeys,
        Readers readers,
        WantedIndexes indexes) {}
