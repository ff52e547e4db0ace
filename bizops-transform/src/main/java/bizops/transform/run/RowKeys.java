package bizops.transform.run;

import bizops.transform.model.Model;
import bizops.transform.model.ModelLibrary;
import bizops.transform.model.Relation;
import bizops.transform.schema.Layer;
import bizops.transform.staging.StagingLoad;
import bizops.transform.staging.StagingPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns by which rows of a table are told apart. */
final class RowKeys {
    private RowKeys() {}

    /** Of all tables that have a key without nulls. */
    static Map<Relation, List<String>> of(StagingPlan plan, ModelLibrary library) {
        Map<Relation, List<String>> keys = new HashMap<>();
        for (StagingLoad load : plan.loads()) {
            keys.put(new Relation(Layer.STAGING, load.table()), load.key());
        }
        for (Model model : library.models()) {
            if (model.required().containsAll(model.key())) {
                keys.put(model.relation(), model.key());
            }
        }
        return keys;
    }
}
