package bizops.tap.salesforce;

import bizops.singer.tap.TapProgram;

/** The program {@code tap-salesforce}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        program().start(arguments);
    }

    /** The tap as an executable, for what describes it too. */
    public static TapProgram program() {
        return TapProgram.of("tap-salesforce", Main.class, SalesforceTap::new);
    }
}
