package bizops.cli.pipeline;

import bizops.cli.bookmark.Bookmarks;
import bizops.cli.catalog.CatalogFile;
import bizops.cli.project.Job;
import bizops.cli.project.TapSpec;
import bizops.cli.store.Store;
import bizops.singer.error.ConfigException;
import bizops.singer.error.Suggestion;
import bizops.singer.warehouse.StoredState;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * A stream that a call names, STREAM or TAP:STREAM. Immutable.
 *
 * @param tap as {@code bizops.yml} names it
 */
public record StreamChoice(String tap, String stream) {
    /** Finds the tap whose state has the stream, else whose kept catalog has; an error if none has, or several have. */
    public static StreamChoice find(String named, Job job, Store store) {
        int colon = named.indexOf(':');
        String stream = named.substring(colon + 1);
        List<String> known = new ArrayList<>();
        List<String> owners = new ArrayList<>();
        for (TapSpec tap : job.taps()) {
            if (colon < 0 || tap.name().equals(named.substring(0, colon))) {
                List<String> streams = store.find(tap.stateId())
                        .map(StoredState::value)
                        .map(state -> Bookmarks.of(state).streams())
                        .orElse(List.of());
                known.addAll(streams);
                if (streams.contains(stream)) {
                    owners.add(tap.name());
                }
            }
        }
        if (owners.isEmpty()) {
            // Its bookmark may have been taken away by a call like this one whose run did not come that far.
            job.taps().stream()
                    .filter(tap -> colon < 0 || tap.name().equals(named.substring(0, colon)))
                    .filter(tap -> Files.exists(tap.catalog())
                            && CatalogFile.streams(CatalogFile.read(tap.catalog()))
                                    .contains(stream))
                    .forEach(tap -> owners.add(tap.name()));
        }
        if (owners.isEmpty()) {
            throw new ConfigException("no tap of pipeline " + job.pipeline() + " has a bookmark of '" + named + "'"
                    + Suggestion.hint(stream, known) + "; a stream without one is read from its beginning anyway");
        }
        if (owners.size() > 1) {
            throw new ConfigException("several taps have a stream '" + stream + "'; write "
                    + String.join(":" + stream + " or ", owners) + ":" + stream);
        }
        return new StreamChoice(owners.get(0), stream);
    }
}
