package bizops.target.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/** The lane and the parser read every line alike: the same bytes for COPY, the same refusals in the same words. */
final class ByteLanePropertyTest {
    private static final int LINES = 30;

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void theLaneReadsWhatTheParserReads(@ForAll long seed, @ForAll boolean nullsBadValues) throws IOException {
        Reading lane = new Reading(GeneratedLines.SCHEMA, List.of("id"), true, nullsBadValues);
        Reading parser = new Reading(GeneratedLines.SCHEMA, List.of("id"), false, nullsBadValues);
        for (int i = 0; i < LINES; i++) {
            byte[] line = GeneratedLines.line(seed + i);

            String byLane = lane.read(line);
            String byParser = parser.read(line);

            assertThat(byLane).as(new String(line, StandardCharsets.UTF_8)).isEqualTo(byParser);
            assertThat(lane.shape()).isEqualTo(parser.shape());
            Statistics.label("read by").collect(lane.byLane() ? "lane" : "parser");
        }
        Statistics.label("read by").coverage(coverage -> {
            coverage.check("lane").percentage(percent -> percent > 20);
            coverage.check("parser").percentage(percent -> percent > 20);
        });
    }
}
