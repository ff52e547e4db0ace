package bizops.transform.model;

import bizops.transform.schema.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The program's own files, read once: they are part of the program and never change. Immutable. */
record ProgramFiles(
        Map<Relation, SqlFile<Header>> models,
        Map<Relation, Statement> statements,
        List<Audit> audits,
        List<SqlFunction> functions) {

    private static final class Parsed {
        static final ProgramFiles FILES = parse();
    }

    static ProgramFiles get() {
        return Parsed.FILES;
    }

    private static ProgramFiles parse() {
        Map<Relation, SqlFile<Header>> models = new LinkedHashMap<>();
        Map<Relation, Statement> statements = new LinkedHashMap<>();
        for (String folder : List.of("2_core", "3_attribution", "4_marts")) {
            Layer layer = folder.equals("2_core") ? Layer.CORE : Layer.MARTS;
            Folder.read(folder, ".sql").forEach((path, text) -> {
                Relation relation = new Relation(layer, path.replace(".sql", ""));
                SqlFile<Header> file = SqlFile.parse(folder + "/" + path, text, Header.class);
                models.put(relation, file);
                statements.put(relation, Statement.own(file.sql()));
            });
        }
        return new ProgramFiles(models, statements, parseAudits(), parseFunctions());
    }

    private static List<Audit> parseAudits() {
        List<Audit> audits = new ArrayList<>();
        Folder.read("audits", ".sql").forEach((path, text) -> {
            SqlFile<Audit.Header> file = SqlFile.parse("audits/" + path, text, Audit.Header.class);
            Statement query = Statement.own(file.sql());
            audits.add(new Audit(
                    path.replace(".sql", ""),
                    "error".equals(file.header().severity()),
                    String.valueOf(file.header().model()),
                    String.valueOf(file.header().says()),
                    query,
                    Optional.ofNullable(file.header().narrow()).map(written -> Narrow.of(query, written))));
        });
        return List.copyOf(audits);
    }

    private static List<SqlFunction> parseFunctions() {
        List<SqlFunction> functions = new ArrayList<>();
        Folder.read("5_functions", ".sql").forEach((path, text) -> functions.add(SqlFunction.parse(path, text)));
        return List.copyOf(functions);
    }
}
