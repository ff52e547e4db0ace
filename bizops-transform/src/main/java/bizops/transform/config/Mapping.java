package bizops.transform.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which raw columns carry a meaning of the models, such as {@code opportunity.iacv}. Immutable.
 *
 * @param sources by meaning
 * @param saoStage the stage whose first entry is the SAO date where no date is given
 * @param spend raw tables of spend
 * @param written the meanings that the user's file names; the others have their defaults
 */
public record Mapping(
        Map<String, Source> sources, Optional<String> saoStage, List<SpendTable> spend, Set<String> written) {

    /**
     * The columns of one meaning.
     *
     * @param isCoalesced take, row by row, the first that is not null, instead of the first column that exists
     */
    public record Source(List<String> columns, boolean isCoalesced) {}

    /** The columns of {@code meaning}, such as {@code lead.mql_date}; an unknown one is a defect. */
    public Source of(String meaning) {
        Source source = sources.get(meaning);
        if (source == null) {
            throw new IllegalArgumentException("mapping.yml has no " + meaning);
        }
        return source;
    }
}
