package bizops.transform.docs;

import bizops.transform.config.SeedTable;
import bizops.transform.model.Audit;
import bizops.transform.model.Model;
import bizops.transform.model.ModelLibrary;
import bizops.transform.model.Relation;
import bizops.transform.schema.Layer;
import bizops.transform.staging.StagingTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that a build makes, as nodes of the lineage. */
final class Nodes {
    private Nodes() {}

    /** By relation: what comes from outside first, then the models, each behind what it reads. */
    static Map<Relation, Node> of(ModelLibrary library, Set<Relation> provided) {
        Map<Relation, Node> nodes = new LinkedHashMap<>();
        StagingTable.all().forEach(table -> put(nodes, staging(table)));
        SeedTable.all().forEach(seed -> put(nodes, seed(seed)));
        provided.stream()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .filter(relation -> !nodes.containsKey(relation))
                .forEach(relation -> put(
                        nodes,
                        new Node(
                                relation,
                                "table",
                                "settings and notes of the build",
                                List.of(),
                                List.of(),
                                Set.of(),
                                List.of(),
                                "")));
        library.models().forEach(model -> put(nodes, model(model, library.audits())));
        return nodes;
    }

    private static void put(Map<Relation, Node> nodes, Node node) {
        nodes.put(node.relation(), node);
    }

    private static Node staging(StagingTable table) {
        List<Node.Column> columns = new ArrayList<>();
        table.columns()
                .forEach((name, column) ->
                        columns.add(new Node.Column(name, !table.key().contains(name), table.fieldText(column))));
        columns.add(
                new Node.Column("is_deleted", false, "whether the source or its loader says that the row is deleted"));
        return new Node(
                new Relation(Layer.STAGING, table.name()),
                "staging table",
                table.object() + " of " + table.vendor() + ", its newest version",
                table.key(),
                columns,
                Set.of(),
                List.of(),
                "");
    }

    private static Node seed(SeedTable seed) {
        return new Node(
                new Relation(Layer.STAGING, seed.table()),
                "seed",
                "a line of " + seed.fileName(),
                List.of(),
                seed.columns().stream()
                        .map(column -> new Node.Column(column.name(), false, seed.fileName() + ": " + column.header()))
                        .toList(),
                Set.of(),
                List.of(),
                "");
    }

    private static Node model(Model model, List<Audit> audits) {
        List<Node.Column> columns = new ArrayList<>();
        model.comments()
                .forEach((name, comment) ->
                        columns.add(new Node.Column(name, !model.required().contains(name), comment)));
        return new Node(
                model.relation(),
                model.isView() ? "view" : "table",
                model.grain(),
                model.key(),
                columns,
                model.statement().inputs(),
                tests(model, audits),
                model.statement().text());
    }

    private static List<String> tests(Model model, List<Audit> audits) {
        List<String> tests = new ArrayList<>();
        if (!model.key().isEmpty()) {
            tests.add("error: the key " + String.join(", ", model.key()) + " occurs once");
        }
        model.references()
                .forEach((columns, target) ->
                        tests.add("error: " + String.join(", ", columns) + " is found in " + target.relation()));
        model.warnReferences()
                .forEach((columns, target) ->
                        tests.add("warn: " + String.join(", ", columns) + " is found in " + target.relation()));
        model.accepted()
                .forEach((column, values) -> tests.add("error: " + column + " is one of " + String.join(", ", values)));
        audits.stream()
                .filter(audit -> audit.model().equals(model.relation().toString()))
                .forEach(audit -> tests.add(
                        (audit.isError() ? "error: " : "warn: ") + audit.name() + ", fails when " + audit.says()));
        return tests;
    }
}
