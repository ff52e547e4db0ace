package bizops.report.view;

import bizops.report.source.Filter;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is chosen in the filters. Immutable.
 *
 * @param period null for all time
 * @param chosen keys by filter, null among them for rows without one; a filter that is not there lets all through
 */
public record Selection(@Nullable MonthRange period, Grain grain, Map<Filter, Set<@Nullable String>> chosen) {}
