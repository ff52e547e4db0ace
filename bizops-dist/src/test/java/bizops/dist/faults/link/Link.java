package bizops.dist.faults.link;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** A proxy on loopback for connections without TLS, to a server that may come back on another port. Thread-safe. */
public final class Link implements Closeable {
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Queue<Session> sessions = new ConcurrentLinkedQueue<>();
    private final AtomicInteger commits = new AtomicInteger();
    private final IntSupplier serverPort;
    private final Watcher watcher;
    private volatile long delayMillis;

    public Link(IntSupplier serverPort, Watcher watcher) throws IOException {
        this.serverPort = serverPort;
        this.watcher = watcher;
        Session.start(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** How many commits the server has answered. */
    public int commits() {
        return commits.get();
    }

    /** From now on each message waits so long, one after the other. */
    public void slowDown(long millis) {
        delayMillis = millis;
    }

    Verdict at(Phase phase, int backend) {
        return watcher.at(phase, backend, commits.get());
    }

    void committed() {
        commits.incrementAndGet();
    }

    void delay() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(delayMillis);
    }

    /** Ends all connections, also those of which the server does not know that they are lost. */
    @Override
    public void close() throws IOException {
        listening.close();
        sessions.forEach(Session::cut);
    }

    private void accept() throws IOException {
        while (!listening.isClosed()) {
            Socket client = listening.accept();
            try {
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort.getAsInt());
                sessions.add(Session.start(this, client, server));
            } catch (IOException serverIsAway) {
                client.close();
            }
        }
    }
}
