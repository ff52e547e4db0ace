package bizops.cli.grants;

import bizops.cli.project.Duty;
import bizops.cli.project.GrantsSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which schemas an environment has, whose they are, and who may do what there. The schema {@code bizops} is one for all
 * environments; builds of production keep their log there too. Immutable.
 */
final class Layout {
    static final String SHARED = "bizops";
    /** What stands behind the name of the schema of the build before. */
    private static final String PREVIOUS = "__prev";

    private final GrantsSpec spec;

    Layout(GrantsSpec spec) {
        this.spec = spec;
    }

    /** What somebody may do with all that one role makes in a schema. Immutable. */
    record Wish(String schema, String creator, Kind kind, String grantee, List<String> privileges) {}

    /** The schemas that must be there, each with its owner. */
    Map<String, String> owned() {
        Map<String, String> owners = new LinkedHashMap<>();
        spec.rawSchemas().forEach(schema -> owners.put(schema, role(Duty.OWNER)));
        owners.put(SHARED, role(Duty.OWNER));
        owners.put(log(), isProduction() ? role(Duty.OWNER) : role(Duty.TRANSFORMER));
        owners.put(of("history"), role(Duty.TRANSFORMER));
        read().forEach(schema -> owners.put(schema, role(Duty.TRANSFORMER)));
        return owners;
    }

    /** The schemas that are the transformer's if a build has made them. */
    Set<String> built() {
        Set<String> schemas = new LinkedHashSet<>();
        for (String layer : List.of("staging", "core", "marts")) {
            schemas.add(of(layer));
            schemas.add(of(layer) + PREVIOUS);
        }
        return schemas;
    }

    /** Every schema that is looked at. */
    Set<String> all() {
        Set<String> schemas = new LinkedHashSet<>(owned().keySet());
        schemas.addAll(built());
        return schemas;
    }

    /** Whose a relation must be; empty where that is another environment's matter. */
    Optional<String> owner(Relation relation) {
        String schema = relation.schema();
        if (spec.rawSchemas().contains(schema)) {
            return Optional.of(role(Duty.LOADER));
        }
        if (schema.equals(SHARED)) {
            return relation.isOfBuilds()
                    ? Optional.of(role(Duty.TRANSFORMER)).filter(name -> isProduction())
                    : Optional.of(spec.sharedLoader());
        }
        return Optional.of(role(Duty.TRANSFORMER));
    }

    /** What roles may do in the database and with schemas. */
    List<Right> rights(String database) {
        List<Right> rights = new ArrayList<>();
        for (Duty duty : List.of(Duty.LOADER, Duty.TRANSFORMER, Duty.READER, Duty.AUDITOR)) {
            add(rights, Right.On.database(database), role(duty), "CONNECT");
        }
        add(rights, Right.On.database(database), role(Duty.LOADER), "TEMPORARY");
        add(rights, Right.On.database(database), role(Duty.TRANSFORMER), "CREATE", "TEMPORARY");
        for (String raw : spec.rawSchemas()) {
            add(rights, Right.On.schema(raw), role(Duty.LOADER), "CREATE", "USAGE");
            add(rights, Right.On.schema(raw), role(Duty.TRANSFORMER), "USAGE");
        }
        add(rights, Right.On.schema(SHARED), spec.sharedLoader(), "CREATE", "USAGE");
        add(rights, Right.On.schema(SHARED), role(Duty.LOADER), "USAGE");
        add(rights, Right.On.schema(SHARED), role(Duty.TRANSFORMER), "USAGE");
        if (isProduction()) {
            add(rights, Right.On.schema(SHARED), role(Duty.TRANSFORMER), "CREATE");
        }
        add(rights, Right.On.schema(SHARED), role(Duty.AUDITOR), "USAGE");
        add(rights, Right.On.schema(log()), role(Duty.LOADER), "USAGE");
        add(rights, Right.On.schema(log()), role(Duty.AUDITOR), "USAGE");
        add(rights, Right.On.schema(of("history")), role(Duty.AUDITOR), "USAGE");
        read().forEach(schema -> add(rights, Right.On.schema(schema), role(Duty.READER), "USAGE"));
        return rights.stream().distinct().toList();
    }

    /** What roles may do with tables and sequences, those that are there and those to come. */
    List<Wish> wishes() {
        List<String> select = List.of("SELECT");
        List<Wish> wishes = new ArrayList<>();
        for (String raw : spec.rawSchemas()) {
            wishes.add(new Wish(raw, role(Duty.LOADER), Kind.TABLES, role(Duty.TRANSFORMER), select));
        }
        wishes.add(new Wish(SHARED, spec.sharedLoader(), Kind.TABLES, role(Duty.TRANSFORMER), select));
        wishes.add(new Wish(SHARED, spec.sharedLoader(), Kind.TABLES, role(Duty.AUDITOR), select));
        if (!spec.rawPrefix().isEmpty()) {
            List<String> write = List.of("SELECT", "INSERT", "UPDATE", "DELETE");
            wishes.add(new Wish(SHARED, spec.sharedLoader(), Kind.TABLES, role(Duty.LOADER), write));
            wishes.add(new Wish(SHARED, spec.sharedLoader(), Kind.SEQUENCES, role(Duty.LOADER), List.of("USAGE")));
        }
        wishes.add(new Wish(log(), role(Duty.TRANSFORMER), Kind.TABLES, role(Duty.LOADER), select));
        wishes.add(new Wish(log(), role(Duty.TRANSFORMER), Kind.TABLES, role(Duty.AUDITOR), select));
        wishes.add(new Wish(of("history"), role(Duty.TRANSFORMER), Kind.TABLES, role(Duty.AUDITOR), select));
        read().forEach(schema ->
                wishes.add(new Wish(schema, role(Duty.TRANSFORMER), Kind.TABLES, role(Duty.READER), select)));
        return wishes;
    }

    /** The roles that no other environment shares, so that what they may do here is all they may do. */
    Set<String> exact() {
        Set<String> roles = new LinkedHashSet<>(List.of(role(Duty.TRANSFORMER), role(Duty.READER), role(Duty.AUDITOR)));
        if (isProduction() || !spec.rawPrefix().isEmpty()) {
            roles.add(role(Duty.LOADER));
        }
        return roles;
    }

    /** The schema that a former build's schema stands for; others stand for themselves. */
    static String live(String schema) {
        return schema.endsWith(PREVIOUS) ? schema.substring(0, schema.length() - PREVIOUS.length()) : schema;
    }

    /** The role of a duty. */
    String role(Duty duty) {
        return spec.role(duty);
    }

    private List<String> read() {
        return spec.details() ? List.of(of("core"), of("marts")) : List.of(of("marts"));
    }

    private boolean isProduction() {
        return spec.schemaPrefix().isEmpty();
    }

    private String log() {
        return of(SHARED);
    }

    private String of(String schema) {
        return isProduction() ? schema : spec.schemaPrefix() + "_" + schema;
    }

    private static void add(List<Right> rights, Right.On on, String grantee, String... privileges) {
        for (String privilege : privileges) {
            rights.add(new Right(on, grantee, privilege));
        }
    }
}
