package bizops.cli.project;

import java.nio.file.Path;
import java.util.List;

/**
 * A tap of {@code bizops.yml}. Immutable.
 *
 * @param catalog where its catalog is kept; need not be there
 * @param select patterns that choose streams and fields; may be empty
 * @param schema of its tables
 * @param stateId the name of its state
 */
public record TapSpec(ProgramSpec program, Path catalog, List<String> select, String schema, String stateId) {
    public TapSpec {
        select = List.copyOf(select);
    }

    public String name() {
        return program.name();
    }
}
