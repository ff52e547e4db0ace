package bizops.singer.message;

/** One line of the protocol. Immutable. */
public sealed interface Message permits SchemaMessage, RecordMessage, StateMessage, ActivateVersionMessage {}
