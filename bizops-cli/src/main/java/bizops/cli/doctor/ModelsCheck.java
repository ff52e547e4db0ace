package bizops.cli.doctor;

import bizops.cli.project.Job;
import bizops.cli.project.TapSpec;
import bizops.cli.store.SchemaRights;
import bizops.cli.store.Store;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether raw schemas that the models read, and that no tap fills here, hold anything that this role may read. */
record ModelsCheck(Store store, Job job) implements Check {
    /** Settings of bizops-transform; without the tables of the first there is nothing to build. */
    private static final List<String> SCHEMAS =
            List.of("raw_salesforce_schema", "raw_zuora_schema", "raw_marketo_schema");

    private static final String SUBJECT = "models";

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (job.transform().isEmpty() || job.transform().get().foreign()) {
            return findings;
        }
        Set<String> filled = job.taps().stream().map(TapSpec::schema).collect(Collectors.toSet());
        ObjectNode settings = job.transform().get().program().settings();
        for (String setting : SCHEMAS) {
            String schema = settings.path(setting).asText();
            if (!schema.isEmpty() && !filled.contains(schema)) {
                findings.add(finding(SchemaRights.of(store, schema), setting.equals(SCHEMAS.get(0))));
            }
        }
        return findings;
    }

    private Finding finding(SchemaRights rights, boolean needed) {
        if (rights.readableTables() > 0) {
            return Finding.ok(SUBJECT, rights.readableTables() + " tables in schema " + rights.schema());
        }
        String text = "schema " + rights.schema()
                + (rights.exists() ? " holds no table that this role may read" : " is not there");
        String remedy = "correct raw_prefix of environment " + job.environment().name()
                + " or schema of the tap in bizops.yml, load there first, or GRANT USAGE and SELECT to this role";
        return needed ? Finding.fail(SUBJECT, text, remedy) : Finding.warn(SUBJECT, text, remedy);
    }
}
