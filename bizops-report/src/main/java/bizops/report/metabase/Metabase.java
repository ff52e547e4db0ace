package bizops.report.metabase;

import bizops.report.cube.Schemas;
import bizops.singer.config.Secret;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Metabase in which questions and dashboards of the marts are kept. Immutable.
 *
 * @param address without a slash at its end
 * @param database what Metabase calls the database; null for the only PostgreSQL one
 * @param prefix of the marts' schema; empty without
 */
public record Metabase(String address, Secret key, @Nullable String database, String prefix) {

    /**
     * Makes what is missing and brings up to date what is there.
     *
     * @param dryRun only tells what would be done
     * @return what was done, a line each
     */
    public List<String> update(Map<String, String> environment, boolean dryRun) throws IOException {
        ProgramFiles files = new ProgramFiles();
        List<Board> boards = files.boards();
        Map<String, Question> questions = new LinkedHashMap<>();
        boards.forEach(board -> board.questions().forEach(name -> questions.computeIfAbsent(name, files::question)));
        try (MetabaseApi api = new MetabaseApi(address, key, environment)) {
            MetabaseDatabase marts = MetabaseDatabase.find(api, database, new Schemas(prefix).marts());
            return new Upload(api, marts, prefix, dryRun).run(boards, questions);
        }
    }
}
