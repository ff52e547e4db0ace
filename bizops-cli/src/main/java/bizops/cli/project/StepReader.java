package bizops.cli.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads transform and report. Owned by one thread. */
final class StepReader {
    /** Of the settings of the database those that transform and report have as well. */
    private static final Set<String> CONNECTION =
            Set.of("host", "port", "database", "user", "password", "password_file", "ssl_mode", "ssl_root_cert");

    /** Taps whose raw schema bizops-transform has a setting for. */
    private static final Set<String> VENDORS = Set.of("tap-salesforce", "tap-zuora", "tap-marketo");

    private final LocatedYaml yaml;
    private final Path folder;
    private final Environment environment;
    private final ProgramReader programs;
    private final ObjectNode warehouse;

    StepReader(LocatedYaml yaml, Path folder, Environment environment, ProgramReader programs, ObjectNode warehouse) {
        this.yaml = yaml;
        this.folder = folder;
        this.environment = environment;
        this.programs = programs;
        this.warehouse = warehouse;
    }

    StepSpec transform(List<RawSchema> taps) {
        JsonNode node = yaml.root().path("transform");
        StepSpec step = step("transform", "/transform", "bizops-transform", node.path("seeds"));
        if (!step.foreign()) {
            ObjectNode settings = step.program().settings();
            for (RawSchema tap : taps) {
                String setting = "raw_" + tap.program().replace("tap-", "") + "_schema";
                if (VENDORS.contains(tap.program()) && !settings.has(setting)) {
                    settings.put(setting, tap.schema());
                }
            }
        }
        return step;
    }

    StepSpec report() {
        String ofEnvironment = EnvironmentReader.pointer(environment.name()) + "/report/out";
        JsonNode own = yaml.root().at(ofEnvironment);
        JsonNode out = own.isTextual() ? own : yaml.root().path("report").path("out");
        StepSpec step = step("report", "/report", "bizops-report", out);
        return step.folder().isPresent()
                ? step
                : new StepSpec(step.program(), step.foreign(), Optional.of(folder.resolve("public")));
    }

    private StepSpec step(String name, String pointer, String ours, JsonNode where) {
        JsonNode node = yaml.root().at(pointer);
        boolean foreign = node.has("command");
        ObjectNode settings = warehouse.objectNode();
        warehouse.properties().forEach(setting -> {
            if (CONNECTION.contains(setting.getKey())) {
                settings.set(setting.getKey(), setting.getValue());
            }
        });
        environment.schemaPrefix().ifPresent(prefix -> settings.put("schema_prefix", prefix));
        programs.settings(pointer).properties().forEach(one -> settings.set(one.getKey(), one.getValue()));
        ProgramSpec program = new ProgramSpec(
                name,
                foreign ? programs.command(node, pointer) : List.of(ours),
                settings,
                programs.environment(pointer));
        Optional<Path> path = where.isTextual()
                ? Optional.of(folder.resolve(programs.text(where.asText(), pointer)))
                : Optional.empty();
        return new StepSpec(program, foreign, path);
    }
}
