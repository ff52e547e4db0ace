package bizops.dist.faults.link;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;

/** One connection over a link, handed on message by message in both directions. */
final class Session {
    private static final int BUFFER = 1 << 16;

    private final Link link;
    private final Socket client;
    private final Socket server;
    private volatile int backend;
    private volatile boolean halfOpen;
    /** Whether the client knows of the last commit; for the thread that reads from the server. */
    private boolean told = true;

    /** Work of a thread of its own. */
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    private Session(Link link, Socket client, Socket server) {
        this.link = link;
        this.client = client;
        this.server = server;
    }

    static Session start(Link link, Socket client, Socket server) throws IOException {
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        Session session = new Session(link, client, server);
        start(() -> session.handOn(client, server, session::fromClient));
        start(() -> session.handOn(server, client, session::fromServer));
        return session;
    }

    static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        // One side has ended, which ends the other.
                    } catch (InterruptedException ending) {
                        Thread.currentThread().interrupt();
                    }
                },
                "link");
        thread.setDaemon(true);
        thread.start();
    }

    /** Both sides lose their connection. */
    void cut() {
        close(client);
        close(server);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException already) {
            // It is gone, which is what was wanted.
        }
    }

    /** What is done with a message; false if the connection has ended by that. */
    private interface Step {
        boolean take(Message message, DataOutputStream out) throws IOException;
    }

    private void handOn(Socket from, Socket to, Step step) throws IOException, InterruptedException {
        try {
            DataInputStream in = new DataInputStream(new BufferedInputStream(from.getInputStream(), BUFFER));
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to.getOutputStream(), BUFFER));
            boolean typed = from.equals(server);
            for (Optional<Message> next = Message.read(in, typed);
                    next.isPresent() && step.take(next.get(), out);
                    next = Message.read(in, true)) {
                if (in.available() == 0) {
                    link.delay();
                    out.flush();
                }
            }
        } finally {
            if (!halfOpen) {
                cut();
            }
        }
    }

    private boolean fromClient(Message message, DataOutputStream out) throws IOException {
        Optional<Phase> phase = message.ofClient();
        if (phase.isPresent()) {
            out.flush();
            if (!goesOn(phase.get())) {
                if (message.isRows()) {
                    message.writeHalf(out);
                }
                return false;
            }
        }
        message.write(out);
        return true;
    }

    private boolean fromServer(Message message, DataOutputStream out) throws IOException {
        message.backend().ifPresent(process -> backend = process);
        if (message.isCommitted()) {
            link.committed();
            told = false;
            if (!goesOn(Phase.ANSWER)) {
                return false;
            }
        }
        message.write(out);
        if (told || !message.isReady()) {
            return true;
        }
        told = true;
        out.flush();
        return goesOn(Phase.COMMITTED);
    }

    private boolean goesOn(Phase phase) {
        Verdict verdict = link.at(phase, backend);
        if (verdict == Verdict.HALF_OPEN) {
            halfOpen = true;
            close(client);
        }
        return verdict == Verdict.GO;
    }
}
