package bizops.transform.run;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import bizops.transform.build.Built;
import bizops.transform.schema.Environment;
import bizops.transform.schema.Layer;
import java.util.List;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a build says about itself on standard error. */
final class Layers {
    private static final Logger LOG = LoggerFactory.getLogger(Layers.class);

    private Layers() {}

    /** One line a layer: how many relations and rows, and the time from its first to its last. */
    static void log(List<Built> built) {
        for (Layer layer : Layer.values()) {
            List<Built> made = built.stream()
                    .filter(one -> one.relation().layer() == layer)
                    .toList();
            long rows = made.stream().mapToLong(Built::rows).sum();
            long from = made.stream().mapToLong(Built::started).min().orElse(0);
            long to = made.stream().mapToLong(Built::ended).max().orElse(0);
            LOG.info("{}: {} relations, {} rows, {} ms", layer.id(), made.size(), rows, (to - from) / 1_000_000);
        }
    }

    static void summary(DSLContext statements, Environment environment, long started) {
        int notes = statements.fetchCount(table(name(environment.live(Layer.MARTS), "note")));
        LOG.info(
                "published {}, {} and {} in {} ms; {} notes in {}.note",
                environment.live(Layer.STAGING),
                environment.live(Layer.CORE),
                environment.live(Layer.MARTS),
                (System.nanoTime() - started) / 1_000_000,
                notes,
                environment.live(Layer.MARTS));
    }
}
