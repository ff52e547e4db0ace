package bizops.target;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps the log quiet while a class of tests runs that reads thousands of broken lines. */
final class Silence implements BeforeAllCallback, AfterAllCallback {
    private Runnable loud = () -> {};

    @Override
    public void beforeAll(ExtensionContext context) {
        loud = LineFuzz.silence();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        loud.run();
    }
}
