package bizops.singer.message;

/**
 * STATE: everything before this line is covered by it.
 *
 * @param json the value as JSON text on one line; opaque to all but the tap that wrote it, so it is kept as text
 */
public record StateMessage(String json) implements Message {}
