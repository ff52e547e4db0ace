package bizops.singer.message;

/** ACTIVATE_VERSION: rows of the stream with a version below this one are gone from the source. */
public record ActivateVersionMessage(String stream, long version) implements Message {}
