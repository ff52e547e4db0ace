package bizops.target;

import bizops.target.files.Manifest;
import bizops.target.reshape.Reshaping;
import bizops.target.table.StreamTables;
import bizops.target.table.TableName;

/**
 * What decides how messages become rows. Immutable.
 *
 * @param limits how much the input may ask for
 * @param tables where the streams go
 * @param appendOnly whether keys are ignored
 * @param keyRequired whether a stream without a key is an error
 * @param validates whether records are held to their schema beyond what a column needs
 * @param activatesVersions whether ACTIVATE_VERSION is obeyed
 * @param keepsAbsent whether a field that a record does not have keeps the value of its row
 * @param overwrites whether rows are staged, to replace those of the tables at the end
 * @param decodesBytes whether texts that encode bytes become bytea
 * @param reshaping what is changed of streams before anything else looks at them
 * @param manifest finds the files of BATCH messages
 * @param badRecords what happens to values that no column or schema takes
 */
record IntakeSettings(
        InputLimits limits,
        StreamTables tables,
        boolean appendOnly,
        boolean keyRequired,
        boolean validates,
        boolean activatesVersions,
        boolean keepsAbsent,
        boolean overwrites,
        boolean decodesBytes,
        Reshaping reshaping,
        Manifest manifest,
        BadRecords badRecords) {

    /** The table of a stream. */
    TableName table(String stream) {
        return tables.of(stream);
    }

    /** The same, with streams left as they are. */
    IntakeSettings withoutReshaping() {
        return new IntakeSettings(
                limits,
                tables,
                appendOnly,
                keyRequired,
                validates,
                activatesVersions,
                keepsAbsent,
                overwrites,
                decodesBytes,
                Reshaping.NONE,
                manifest,
                badRecords);
    }
}
