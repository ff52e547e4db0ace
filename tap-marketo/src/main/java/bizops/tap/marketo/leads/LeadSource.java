package bizops.tap.marketo.leads;

import bizops.singer.tap.SyncContext;
import bizops.tap.marketo.bulk.ExportKind;
import bizops.tap.marketo.bulk.ExportRequest;
import bizops.tap.marketo.bulk.Exports;
import bizops.tap.marketo.convert.CellReader;
import bizops.tap.marketo.discover.FieldSet;
import bizops.tap.marketo.rest.Rest;
import bizops.tap.marketo.window.FileSink;
import bizops.tap.marketo.window.Lookback;
import bizops.tap.marketo.window.Requests;
import java.time.Duration;
import java.util.List;

/**
 * What the ways to read leads need. Immutable.
 *
 * @param largestWindow days that one extract may span
 * @param fullResync how often everything is read again where changes cannot be asked for
 */
record LeadSource(
        Rest rest, Exports exports, FieldSet fields, Lookback lookback, Duration largestWindow, Duration fullResync) {

    static final String STREAM = "leads";

    /** Extracts by a field of time. */
    Requests requests(SyncContext sync, String by) {
        List<String> wanted = fields.known(sync.selected());
        return window -> List.of(new ExportRequest(ExportKind.LEADS, wanted, window.filter(by)));
    }

    /** Writes what a file holds. */
    FileSink rowsTo(SyncContext sync) {
        return file -> {
            CellReader reader = new CellReader(STREAM, file.columns(), fields.types());
            file.read(cells -> sync.write(reader.row(cells)));
        };
    }
}
