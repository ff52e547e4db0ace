package bizops.tap.salesforce;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Does something once, when the message that holds a text passes by for the n-th time: what happens during a run. */
final class OnMessage extends OutputStream {
    private final String text;
    private final Runnable action;
    private int left;

    OnMessage(int times, String text, Runnable action) {
        this.left = times;
        this.text = text;
        this.action = action;
    }

    @Override
    public void write(int b) {
        throw new AssertionError("a byte alone");
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        String messages = new String(bytes, from, length, StandardCharsets.UTF_8);
        for (int at = messages.indexOf(text); at >= 0 && left > 0; at = messages.indexOf(text, at + 1)) {
            left--;
            if (left == 0) {
                action.run();
            }
        }
    }
}
