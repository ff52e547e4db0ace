package bizops.transform.model;

import bizops.transform.config.Project;
import bizops.transform.schema.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All models and audits, those of the program and of its user. Immutable. */
public final class ModelLibrary {

    private final List<Model> models;
    private final List<Audit> audits;
    private final List<SqlFunction> functions;

    private ModelLibrary(List<Model> models, List<Audit> audits, List<SqlFunction> functions) {
        this.models = models;
        this.audits = audits;
        this.functions = functions;
    }

    /** The program's own alone; {@code provided} are the relations that exist before the first model. */
    public static ModelLibrary load(Set<Relation> provided) {
        return load(provided, Project.NONE);
    }

    /** The program's own, and the user's over them. */
    public static ModelLibrary load(Set<Relation> provided, Project project) {
        Map<Relation, SqlFile<Header>> files = new LinkedHashMap<>();
        for (String folder : List.of("2_core", "3_attribution", "4_marts")) {
            Layer layer = folder.equals("2_core") ? Layer.CORE : Layer.MARTS;
            Folder.read(folder, ".sql").forEach((path, text) -> {
                Relation relation = new Relation(layer, path.replace(".sql", ""));
                files.put(relation, SqlFile.parse(folder + "/" + path, text, Header.class));
            });
        }
        Map<Relation, Statement> statements = new LinkedHashMap<>();
        OwnModels own = new OwnModels(files, statements, provided);
        project.models().forEach(own::put);
        List<Model> models = new ArrayList<>();
        files.forEach((relation, file) -> models.add(Model.of(
                relation,
                file.header(),
                columns(file.header(), files),
                statements.computeIfAbsent(relation, written -> Statement.parse(relation.toString(), file.sql())))));
        List<Audit> audits = new ArrayList<>();
        Folder.read("audits", ".sql").forEach((path, text) -> {
            SqlFile<Audit.Header> file = SqlFile.parse("audits/" + path, text, Audit.Header.class);
            audits.add(new Audit(
                    path.replace(".sql", ""),
                    "error".equals(file.header().severity()),
                    String.valueOf(file.header().model()),
                    String.valueOf(file.header().says()),
                    Statement.parse("audits/" + path, file.sql())));
        });
        project.tests().forEach(file -> audits.add(OwnTest.parse(file)));
        List<SqlFunction> functions = new ArrayList<>();
        Folder.read("5_functions", ".sql").forEach((path, text) -> functions.add(SqlFunction.parse(path, text)));
        return new ModelLibrary(
                List.copyOf(Graph.order(models, provided)), List.copyOf(audits), List.copyOf(functions));
    }

    /** The models, each behind all that it reads. */
    public List<Model> models() {
        return models;
    }

    public List<Audit> audits() {
        return audits;
    }

    /** Functions over the models. */
    public List<SqlFunction> functions() {
        return functions;
    }

    private static Map<String, String> columns(Header header, Map<Relation, SqlFile<Header>> files) {
        Map<String, String> columns = new LinkedHashMap<>(header.writtenColumns());
        header.likeRelation()
                .ifPresent(like -> files.forEach((relation, file) -> {
                    if (relation.toString().equals(like)) {
                        file.header().writtenColumns().forEach((name, comment) -> {
                            if (!header.leftOut().contains(Model.bare(name))
                                    && columns.keySet().stream()
                                            .noneMatch(own -> Model.bare(own).equals(Model.bare(name)))) {
                                columns.put(name, comment);
                            }
                        });
                    }
                }));
        return columns;
    }
}
