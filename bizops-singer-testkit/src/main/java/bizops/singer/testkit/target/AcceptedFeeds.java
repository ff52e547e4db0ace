package bizops.singer.testkit.target;

import java.util.ArrayList;
import java.util.List;

/** What a target has to take, as messages. */
final class AcceptedFeeds {
    private static final List<String> FILES = List.of(
            "plain",
            "types",
            "arrays",
            "nested",
            "camel-case",
            "special-names",
            "escapes",
            "nul",
            "optional-fields",
            "no-keys",
            "key-updates",
            "upsert",
            "duplicates",
            "interleaved",
            "repeated-schema",
            "new-fields",
            "versions",
            "extra-fields",
            "many-states");

    private AcceptedFeeds() {}

    /** All; they can be joined. */
    static List<Feed> all() {
        Feed plain = Feed.named("plain");
        List<Feed> feeds = new ArrayList<>(FILES.stream().map(Feed::named).toList());
        feeds.addAll(List.of(plain.withLargeValue(), plain.withCarriageReturns()));
        return feeds;
    }
}
