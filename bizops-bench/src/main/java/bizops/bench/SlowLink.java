package bizops.bench;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** A proxy on loopback that hands every byte on after a delay, in both directions, at any rate. Thread-safe. */
final class SlowLink implements Closeable {
    private static final int CHUNK = 64 * 1024;
    /** So many chunks are on their way at most: 32 MiB. */
    private static final int ON_THE_WAY = 512;

    private final ServerSocket listening;
    private final int serverPort;
    private final long delayNanos;

    /** Bytes on their way, and when they arrive by {@link System#nanoTime}; none at the end. */
    private record Chunk(ByteBuffer bytes, long dueAt) {}

    SlowLink(int serverPort, long delayMillis) throws IOException {
        this.serverPort = serverPort;
        this.delayNanos = TimeUnit.MILLISECONDS.toNanos(delayMillis);
        this.listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        start("accept", this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void start(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException | InterruptedException closed) {
                        Thread.currentThread().interrupt(); // one side hung up, which ends the other
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            carry(client, server);
            carry(server, client);
        }
    }

    private void carry(Socket from, Socket to) {
        BlockingQueue<Chunk> onTheWay = new ArrayBlockingQueue<>(ON_THE_WAY);
        start("in", () -> {
            InputStream in = from.getInputStream();
            byte[] bytes = new byte[CHUNK];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                ByteBuffer copy = ByteBuffer.wrap(Arrays.copyOf(bytes, read));
                onTheWay.put(new Chunk(copy, System.nanoTime() + delayNanos));
            }
            onTheWay.put(new Chunk(ByteBuffer.allocate(0), System.nanoTime() + delayNanos));
        });
        start("out", () -> {
            OutputStream out = to.getOutputStream();
            for (Chunk chunk = onTheWay.take(); chunk.bytes().hasRemaining(); chunk = onTheWay.take()) {
                long left = chunk.dueAt() - System.nanoTime();
                if (left > 0) {
                    TimeUnit.NANOSECONDS.sleep(left);
                }
                out.write(chunk.bytes().array());
            }
            to.close();
        });
    }
}
