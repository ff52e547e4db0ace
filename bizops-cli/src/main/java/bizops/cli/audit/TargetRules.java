package bizops.cli.audit;

import bizops.cli.project.ProgramSpec;
import bizops.singer.config.Config;
import bizops.singer.config.ConfigLoader;
import bizops.singer.config.Problems;
import bizops.singer.config.SettingsSchema;
import bizops.singer.rules.ColumnRules;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The column rules of a target, as it reads them itself. Stateless. */
final class TargetRules {
    private static final String PROGRAM = "target-postgres";

    private TargetRules() {}

    /**
     * Reads them; none of a program that has no such setting.
     *
     * @param settings a file with those of the target
     * @param environment the variables of this process
     */
    static ColumnRules of(ProgramSpec target, Path settings, Map<String, String> environment) {
        if (!target.program().equals(PROGRAM)) {
            return ColumnRules.none();
        }
        Map<String, String> variables = new HashMap<>(environment);
        variables.putAll(target.environment());
        SettingsSchema schema = SettingsSchema.load(TargetRules.class, "rules.settings.schema.json");
        Config config = new ConfigLoader(PROGRAM, schema, variables, InputStream.nullInputStream())
                .load(List.of(settings.toString()));
        Problems problems = new Problems();
        ColumnRules rules = ColumnRules.of(config, problems);
        problems.throwIfAny();
        return rules;
    }
}
