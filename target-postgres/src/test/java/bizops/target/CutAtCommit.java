package bizops.target;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A proxy that cuts the connection when the server has committed and says so: the client never hears of it. */
final class CutAtCommit implements AutoCloseable {
    /** The server's word that a COMMIT is done: CommandComplete with its length. */
    private static final String DONE = "C\0\0\0\013COMMIT\0";

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final String host;
    private final int port;
    private final int which;
    private final AtomicInteger commits = new AtomicInteger();

    /** @param which of all commits is not told, counted from 1 */
    CutAtCommit(String host, int port, int which) throws IOException {
        this.host = host;
        this.port = port;
        this.which = which;
        start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Whether it has cut. */
    boolean cut() {
        return commits.get() >= which;
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() throws IOException {
        while (!listening.isClosed()) {
            Socket client = listening.accept();
            Socket server = new Socket(host, port);
            start(() -> forward(client, server, false));
            start(() -> forward(server, client, true));
        }
    }

    private void forward(Socket from, Socket to, boolean watched) throws IOException {
        byte[] bytes = new byte[1 << 16];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                String text = watched ? new String(bytes, 0, count, StandardCharsets.ISO_8859_1) : "";
                if (text.contains(DONE) && commits.incrementAndGet() == which) {
                    return;
                }
                out.write(bytes, 0, count);
            }
        }
    }

    /** Work of a thread of its own. */
    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        // The other side has ended, or the proxy is closed.
                    }
                },
                "proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
