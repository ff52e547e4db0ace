package bizops.tap.salesforce;

import bizops.singer.tap.TapProgram;

/** The program {@code tap-salesforce}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        TapProgram.main("tap-salesforce", Main.class, SalesforceTap::new, arguments);
    }
}
