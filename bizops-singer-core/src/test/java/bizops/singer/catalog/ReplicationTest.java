package bizops.singer.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.ConfigException;
import bizops.singer.report.LogLines;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a stream is read where the user's wish and the source do not agree. */
class ReplicationTest {
    private static final String FULL_TABLE = "{\"stream\":\"s\",\"replication_method\":\"FULL_TABLE\"}";

    @Test
    void aStreamWithoutAFieldToFollowCannotBeIncremental() {
        Catalog source = source(List.of(), ReplicationMethod.FULL_TABLE, ReplicationMethod.INCREMENTAL);

        assertThatThrownBy(
                        () -> SyncPlan.of(source, given("{\"stream\":\"s\",\"replication_method\":\"INCREMENTAL\"}")))
                .isInstanceOf(ConfigException.class)
                .hasMessage(
                        "catalog: stream \"s\" is INCREMENTAL but has no replication key; set 'replication-key' in its"
                                + " metadata, or replicate it as FULL_TABLE");
    }

    @Test
    void aMethodThatTheSourceForcesIsTold() {
        try (LogLines log = new LogLines()) {
            assertThat(SyncPlan.of(source(List.of("at"), ReplicationMethod.INCREMENTAL), given(FULL_TABLE)))
                    .extracting(StreamPlan::method)
                    .containsExactly(ReplicationMethod.INCREMENTAL);

            assertThat(log.lines())
                    .contains("WARN stream \"s\" can only be read as INCREMENTAL, not as FULL_TABLE")
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void fieldsThatCannotBeReadAreToldOnce() {
        try (LogLines log = new LogLines()) {
            assertThat(
                            SyncPlan.of(
                                    source(List.of("at"), ReplicationMethod.INCREMENTAL),
                                    given(
                                            "{\"stream\":\"s\",\"metadata\":[{\"breadcrumb\":[],\"metadata\":{\"selected\":true}},"
                                                    + "{\"breadcrumb\":[\"properties\",\"blob\"],\"metadata\":{\"selected\":true}}]}")))
                    .hasSize(1);

            assertThat(log.lines()).containsExactly("INFO stream \"s\": field \"blob\" is selected but cannot be read");
        }
    }

    private static Catalog source(List<String> keys, ReplicationMethod... methods) {
        StreamSchema fields = StreamSchema.of("id", PropertySchema.integer())
                .field("at", PropertySchema.dateTime())
                .field("blob", PropertySchema.string().unsupported());
        return new Catalog(
                List.of(new Discovery("s", fields, List.of("id"), keys, List.of(methods), Map.of()).entry()));
    }

    private static Catalog given(String stream) {
        return CatalogJson.parse("{\"streams\":[" + stream + "]}");
    }
}
