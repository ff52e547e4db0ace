package bizops.cli.project;

import bizops.singer.config.Problems;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts one pipeline together. Made for one, owned by one thread. */
final class JobReader {
    private static final String LOGS = ".bizops/logs";
    private static final String ALL = "all";

    private final LocatedYaml yaml;
    private final Path folder;
    private final Environment environment;
    private final Variables variables;
    private final Problems problems;
    private final ProgramReader programs;

    JobReader(LocatedYaml yaml, Path folder, Environment environment, Problems problems) {
        this.yaml = yaml;
        this.folder = folder;
        this.environment = environment;
        this.variables = new Variables(environment.variables());
        this.problems = problems;
        this.programs = new ProgramReader(yaml, folder, variables, problems);
    }

    Job job(String pipeline) {
        JsonNode node = yaml.root().path("pipelines").path(pipeline);
        List<String> taps = new ArrayList<>();
        if (environment.extract()) {
            node.path("taps").forEach(tap -> taps.add(tap.asText()));
        }
        return job(pipeline, node, taps, node.path("target").asText());
    }

    Job everything() {
        List<String> taps = new ArrayList<>();
        yaml.root().path("taps").fieldNames().forEachRemaining(taps::add);
        return job(ALL, JsonNodeFactory.instance.objectNode(), taps, firstTarget());
    }

    Job nothing() {
        ObjectNode without =
                JsonNodeFactory.instance.objectNode().put("transform", false).put("report", false);
        return job(ALL, without, List.of(), firstTarget());
    }

    GrantsSpec grants() {
        return new GrantsReader(yaml, environment, problems).read(allTaps());
    }

    private String firstTarget() {
        return yaml.root().path("targets").fieldNames().next();
    }

    private Job job(String name, JsonNode node, List<String> taps, String target) {
        ObjectNode warehouse = warehouse();
        StepReader steps = new StepReader(yaml, folder, environment, programs, warehouse);
        List<TapSpec> sources = taps.stream().map(this::tap).toList();
        return new Job(
                name,
                environment,
                warehouse,
                sources,
                programs.read(target, LocatedYaml.member("/targets", target)),
                wanted(node, "transform") ? Optional.of(steps.transform(allTaps())) : Optional.empty(),
                wanted(node, "report") ? Optional.of(steps.report()) : Optional.empty(),
                policy(node),
                folder.resolve(yaml.root().path("logs").path("folder").asText(LOGS)),
                AlertReader.read(yaml, folder, environment, programs, problems));
    }

    private boolean wanted(JsonNode pipeline, String section) {
        return yaml.root().has(section) && pipeline.path(section).asBoolean(true);
    }

    /** The settings of the file, then those of the environment over them. */
    private ObjectNode warehouse() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (String pointer : List.of("/warehouse", EnvironmentReader.pointer(environment.name()) + "/warehouse")) {
            JsonNode part = variables.tree(yaml, pointer, yaml.root().at(pointer), problems);
            part.properties().forEach(setting -> all.set(setting.getKey(), setting.getValue()));
        }
        return all;
    }

    /** Every tap of the file, for the raw schemas that the transform reads; those that do not run here as well. */
    private List<RawSchema> allTaps() {
        List<RawSchema> schemas = new ArrayList<>();
        yaml.root().path("taps").properties().forEach(tap -> {
            JsonNode command = tap.getValue().path("command");
            String first = command.isArray() ? command.path(0).asText() : command.asText();
            schemas.add(
                    new RawSchema(first.substring(first.lastIndexOf('/') + 1), schema(tap.getKey(), tap.getValue())));
        });
        return schemas;
    }

    private TapSpec tap(String name) {
        String pointer = LocatedYaml.member("/taps", name);
        JsonNode node = yaml.root().path("taps").path(name);
        List<String> select = new ArrayList<>();
        node.path("select").forEach(pattern -> select.add(pattern.asText()));
        return new TapSpec(
                programs.read(name, pointer),
                folder.resolve(node.path("catalog").asText("catalogs/" + name + ".json")),
                select,
                schema(name, node),
                environment.rawPrefix() + node.path("state_id").asText(name));
    }

    private String schema(String name, JsonNode tap) {
        return environment.rawPrefix() + tap.path("schema").asText("raw_" + name.replace('-', '_'));
    }

    private static Policy policy(JsonNode node) {
        boolean waits = node.path("on_lock").asText().equals("wait");
        return new Policy(
                node.path("parallel").asInt(1),
                waits ? Duration.ofSeconds(node.path("lock_wait_seconds").asLong(3600)) : Duration.ZERO,
                node.path("on_tap_error").asText().equals("stop"),
                node.path("retries").asInt(2),
                Duration.ofSeconds(node.path("retry_delay_seconds").asLong(30)));
    }
}
