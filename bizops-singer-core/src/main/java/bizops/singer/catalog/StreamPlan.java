package bizops.singer.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run reads of one selected stream.
 *
 * @param id the {@code tap_stream_id}
 * @param name the name in messages
 * @param schema the schema that is sent: what is selected and no more
 * @param key the names of the key, empty if there is none
 * @param replicationKey the field that the bookmark follows; present exactly if the method is INCREMENTAL
 */
public record StreamPlan(
        String id,
        String name,
        Map<String, @Nullable Object> schema,
        Selection selection,
        List<String> key,
        ReplicationMethod method,
        Optional<String> replicationKey) {}
