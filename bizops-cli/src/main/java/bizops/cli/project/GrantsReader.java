package bizops.cli.project;

import bizops.singer.config.Problems;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code grants} for one environment. Owned by one thread. */
final class GrantsReader {
    private static final String POINTER = "/grants";
    private static final int LONGEST = 63;
    private static final int CONNECTIONS = 20;
    private static final String TIMEOUT = "5min";
    /** By these bizops-transform finds a prefix that the file does not give. */
    private static final List<String> PREFIXES = List.of("PG_PROD_SCHEMA", "PG_DEV_SCHEMA");

    private final LocatedYaml yaml;
    private final Environment environment;
    private final Variables variables;
    private final Problems problems;

    GrantsReader(LocatedYaml yaml, Environment environment, Problems problems) {
        this.yaml = yaml;
        this.environment = environment;
        this.variables = new Variables(environment.variables());
        this.problems = problems;
    }

    GrantsSpec read(List<RawSchema> taps) {
        if (!yaml.root().has("grants")) {
            problems.add(yaml.file() + " has no 'grants:'; add it, if only as grants: {} (docs/grants.md)");
        }
        String prefix = prefix();
        Map<Duty, RoleSpec> roles = new EnumMap<>(Duty.class);
        for (Duty duty : Duty.values()) {
            roles.put(duty, role(duty, duty.makes() || duty.onlyReads() ? prefixOf(duty, prefix) : ""));
        }
        refuseTwoDuties(roles);
        JsonNode login = variables.tree(yaml, POINTER + "/warehouse", node("warehouse"), problems);
        return new GrantsSpec(
                login instanceof ObjectNode object ? object : yaml.root().objectNode(),
                prefix,
                environment.rawPrefix(),
                taps.stream().map(RawSchema::schema).distinct().sorted().toList(),
                roles,
                name(Duty.LOADER),
                node("reader").path("details").asBoolean(false));
    }

    /** Roles are prefixed as the schemas are that they own or read. */
    private String prefixOf(Duty duty, String prefix) {
        if (duty == Duty.LOADER) {
            return environment.rawPrefix();
        }
        return prefix.isEmpty() ? "" : prefix + "_";
    }

    private String prefix() {
        if (environment.schemaPrefix().isPresent()) {
            return environment.schemaPrefix().get();
        }
        for (String variable : PREFIXES) {
            if (!environment.variables().getOrDefault(variable, "").isEmpty()) {
                problems.add(yaml.place("/environments") + ": " + variable + " alone names the schemas of environment '"
                        + environment.name() + "'; give it a schema_prefix, so that its roles have names too");
            }
        }
        return "";
    }

    private RoleSpec role(Duty duty, String prefix) {
        JsonNode node = node(duty.key());
        String pointer = POINTER + "/" + duty.key();
        String name = prefix + name(duty);
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            problems.add(yaml.place(pointer) + ": PostgreSQL takes names of " + LONGEST + " bytes, and " + name
                    + " has more; shorten it, or the prefix");
        }
        List<String> members = new ArrayList<>();
        for (int i = 0; i < node.path("members").size(); i++) {
            String place = yaml.place(pointer + "/members/" + i);
            members.add(variables.text(node.path("members").get(i).asText(), place, problems));
        }
        return new RoleSpec(
                duty,
                name,
                members,
                node.path("statement_timeout").asText(TIMEOUT),
                node.path("connection_limit").asInt(CONNECTIONS));
    }

    private String name(Duty duty) {
        return node(duty.key()).path("name").asText(duty.role());
    }

    /** What a login makes can belong to one role, and a login that only reads makes nothing. */
    private void refuseTwoDuties(Map<Duty, RoleSpec> roles) {
        Map<String, Duty> first = new HashMap<>();
        roles.forEach((duty, role) -> role.members().forEach(member -> {
            Duty other = first.putIfAbsent(member, duty);
            if (other != null && !(other.onlyReads() && duty.onlyReads())) {
                problems.add(yaml.place(POINTER + "/" + duty.key() + "/members") + ": '" + member + "' is a member of "
                        + other.key() + " too; what a login makes belongs to one role: use two logins");
            }
        }));
    }

    private JsonNode node(String key) {
        return yaml.root().path("grants").path(key);
    }
}
