package bizops.target.validate;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.target.encode.Reading;
import bizops.target.validate.Keywords.Place;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Whole records go through the encoder as in a run, by the lane and by the parser, and each must be refused if and only
 * if Everit refuses it by the rules that the target promises. Schemas are made so that no column refuses what its schema
 * lets in, so every refusal is the schema's.
 */
final class VerdictPairsTest {
    private static final int PAIRS = Integer.getInteger("verdict.pairs", 20_000);
    private static final long SEED = Long.getLong("verdict.seed", 20_240_229L);
    private static final int RECORDS = 4;

    private final Map<String, Integer> uses = new TreeMap<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("bizops.target.validate");

    @BeforeEach
    void silenceWarnings() {
        logger.setLevel(Level.ERROR); // of unknown fields and patterns, thousands of them
    }

    @AfterEach
    void warnAgain() {
        logger.setLevel(null);
    }

    @Test
    void everyVerdictIsEverits() throws IOException {
        List<String> wrong = new ArrayList<>();
        int pairs = 0;
        int invalid = 0;
        int byLane = 0;
        int deletes = 0;
        for (int i = 0; pairs < PAIRS; i++) {
            Sample sample = new Sample(new Random((SEED + i) * 0x9E3779B97F4A7C15L));
            SchemaMaker maker = new SchemaMaker(sample, sample.one(List.of(4, 6, 7)), uses);
            ObjectNode schema = maker.root();
            String text = sample.spelled(schema);
            Oracle oracle = new Oracle(schema, maker.kinds());
            RecordMaker records = new RecordMaker(sample, schema);
            Reading lane = new Reading(text, List.of(), true, false);
            Reading parser = new Reading(text, List.of(), false, false);
            for (int j = 0; j < RECORDS; j++, pairs++) {
                ObjectNode record = records.record();
                byte[] line = Reading.line(sample.spelled(record));
                boolean expected = oracle.accepts(record);

                lane.read(line);
                parser.read(line);

                for (Reading way : List.of(lane, parser)) {
                    if ((way.refusal() == null) != expected) {
                        wrong.add("verdict.seed=" + (SEED + i) + ": " + record + " is "
                                + (expected ? "valid" : "invalid") + " under " + text + ", but by the "
                                + (way == lane ? "lane: " : "parser: ") + way.refusal());
                    }
                }
                invalid += expected ? 0 : 1;
                byLane += lane.byLane() ? 1 : 0;
                deletes += record.path("_sdc_deleted_at").isTextual() ? 1 : 0;
            }
        }
        System.out.printf(
                "verdict pairs: %d, invalid: %d (%.1f %%), by the lane: %d, deletes: %d%n",
                pairs, invalid, 100.0 * invalid / pairs, byLane, deletes);

        assertThat(wrong).isEmpty();
        assertThat((double) invalid / pairs).isBetween(0.4, 0.7);
        assertThat((double) byLane / pairs).isGreaterThan(0.05);
        assertThat(deletes).isGreaterThan(pairs / 50);
        everyKeywordOccurred();
    }

    private void everyKeywordOccurred() {
        Keywords.KEYWORDS.forEach((draft, keywords) -> {
            for (Place place : Place.values()) {
                assertThat(keywords)
                        .as("draft %d, %s", draft, place)
                        .allSatisfy(keyword -> assertThat(uses.getOrDefault(Keywords.use(draft, place, keyword), 0))
                                .isGreaterThanOrEqualTo(3));
            }
        });
        System.out.printf(
                "keywords by draft and place: %d, each at least %d times%n",
                uses.size(), uses.values().stream().min(Integer::compare).orElse(0));
    }
}
