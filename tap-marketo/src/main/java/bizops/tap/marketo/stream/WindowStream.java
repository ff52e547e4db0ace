package bizops.tap.marketo.stream;

import bizops.singer.catalog.ReplicationMethod;
import bizops.singer.tap.RowOrder;
import java.util.List;

/**
 * A stream that is read window by window. Its bookmark is the end of the last window, whatever its rows say, for rows
 * are stamped before they can be seen. It is incremental only: older taps called some of these full tables.
 */
public interface WindowStream extends MarketoStream {
    @Override
    default RowOrder order() {
        return RowOrder.WINDOWS;
    }

    @Override
    default List<ReplicationMethod> methods() {
        return List.of(ReplicationMethod.INCREMENTAL);
    }
}
