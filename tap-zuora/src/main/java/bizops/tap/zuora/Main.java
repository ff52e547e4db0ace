package bizops.tap.zuora;

import bizops.singer.tap.TapProgram;

/** The program {@code tap-zuora}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        TapProgram.main("tap-zuora", Main.class, ZuoraTap::new, arguments);
    }
}
