package bizops.tap.marketo.bulk;

import java.util.List;

/**
 * A job as it was made. Immutable.
 *
 * @param fields the columns that its file has: those asked for, less those that the instance no longer knows
 */
public record Job(ExportKind kind, String id, List<String> fields) {
    public Job {
        fields = List.copyOf(fields);
    }

    String path(String call) {
        return "/bulk/v1/" + kind.path() + "/export/" + id + "/" + call + ".json";
    }
}
