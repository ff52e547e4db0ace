package bizops.tap.marketo;

import bizops.singer.tap.TapProgram;

/** The program {@code tap-marketo}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        TapProgram.main("tap-marketo", Main.class, MarketoTap::new, arguments);
    }
}
