package bizops.transform.model;

import bizops.transform.config.Project;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        ProgramFiles program = ProgramFiles.get();
        Map<Relation, SqlFile<Header>> files = new LinkedHashMap<>(program.models());
        Map<Relation, Statement> statements = new LinkedHashMap<>(program.statements());
        OwnModels own = new OwnModels(files, statements, provided);
        project.models().forEach(own::put);
        List<Model> models = new ArrayList<>();
        files.forEach((relation, file) -> models.add(Model.of(
                relation,
                file.header(),
                columns(file.header(), files),
                Objects.requireNonNull(statements.get(relation)))));
        List<Audit> audits = new ArrayList<>(program.audits());
        project.tests().forEach(file -> audits.add(OwnTest.parse(file)));
        return new ModelLibrary(List.copyOf(Graph.order(models, provided)), List.copyOf(audits), program.functions());
    }

    /** Parses the program's own files on another thread, while the caller has other things to do. */
    public static void prepare() {
        Thread parsing = new Thread(ProgramFiles::get, "models");
        parsing.setDaemon(true);
        parsing.start();
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
