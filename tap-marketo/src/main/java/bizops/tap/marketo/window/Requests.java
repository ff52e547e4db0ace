package bizops.tap.marketo.window;

import bizops.tap.marketo.bulk.ExportRequest;
import java.util.List;

/** What is to be extracted for a window: one job, or several of which each gives a part, none if there can be nothing. */
@FunctionalInterface
public interface Requests {
    List<ExportRequest> of(Window window) throws Exception;
}
