package bizops.singer.tap;

/** Opens a tap with checked settings; usually a constructor reference. */
@FunctionalInterface
public interface TapFactory {
    Tap open(TapContext context) throws Exception;
}
