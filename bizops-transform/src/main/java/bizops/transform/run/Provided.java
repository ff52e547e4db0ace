package bizops.transform.run;

import bizops.transform.config.Project;
import bizops.transform.config.SeedTable;
import bizops.transform.history.History;
import bizops.transform.model.Relation;
import bizops.transform.schema.Layer;
import bizops.transform.staging.StagingPlan;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The relations that stand before the first model is made. */
public final class Provided {
    private Provided() {}

    /** The program's, and the seeds of the user's own. */
    public static Set<Relation> relations(Project project) {
        Set<Relation> provided = relations();
        project.seeds().forEach(seed -> provided.add(new Relation(Layer.STAGING, seed.table())));
        return provided;
    }

    public static Set<Relation> relations() {
        Set<Relation> provided = new HashSet<>();
        StagingPlan.tables().forEach(table -> provided.add(new Relation(Layer.STAGING, table)));
        List.of("settings", "build_note", "raw_count", "raw_amount")
                .forEach(table -> provided.add(new Relation(Layer.STAGING, table)));
        SeedTable.all().forEach(seed -> provided.add(new Relation(Layer.STAGING, seed.table())));
        History.tables().forEach(table -> provided.add(new Relation(Layer.STAGING, table)));
        return provided;
    }
}
