package bizops.cli.bookmark;

import bizops.cli.pair.StateChange;

/** Lets streams be read from their beginning, and leaves the others where they are. Immutable. */
public record FullRefresh(String stream) implements StateChange {
    @Override
    public String to(String state) {
        Bookmarks bookmarks = Bookmarks.of(state);
        bookmarks.forget(stream);
        return bookmarks.json();
    }
}
