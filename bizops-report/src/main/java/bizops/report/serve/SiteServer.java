package bizops.report.serve;

import bizops.singer.error.ConfigException;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Serves a site to this machine alone and builds it again whenever a file of its project changes. The pages lie in a
 * directory of its own, which goes away with it. Thread-safe.
 */
public final class SiteServer implements AutoCloseable {
    private static final byte[] LOCALHOST = {127, 0, 0, 1};
    private static final int LONGEST_BUILD_MINUTES = 10;

    private final HttpServer http;
    private final ExecutorService threads;
    private final Path directory;

    private SiteServer(HttpServer http, ExecutorService threads, Path directory) {
        this.http = http;
        this.threads = threads;
        this.directory = directory;
    }

    /**
     * Builds and begins to serve.
     *
     * @param port 0 for any that is free
     * @param told gets the mistakes of each build, none where it went well
     * @throws ConfigException where the port is taken
     */
    public static SiteServer start(Path project, int port, SiteBuilder builder, Consumer<List<String>> told)
            throws IOException {
        HttpServer http = bind(port);
        Path directory = Files.createTempDirectory("bizops-report");
        Workshop workshop = new Workshop(builder, directory, LiveScript.text());
        FolderState before = FolderState.of(project);
        told.accept(workshop.build().mistakes());
        ExecutorService threads = Executors.newCachedThreadPool();
        LocalOnly local = new LocalOnly(http.getAddress().getPort());
        http.createContext("/", new PagesHandler(workshop, directory))
                .getFilters()
                .add(local);
        http.createContext(LiveScript.EVENTS, new EventsHandler(workshop))
                .getFilters()
                .add(local);
        http.setExecutor(threads);
        http.start();
        threads.execute(
                new Watch(project, before, () -> told.accept(workshop.build().mistakes())));
        return new SiteServer(http, threads, directory);
    }

    private static HttpServer bind(int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOCALHOST), port), 0);
        } catch (BindException taken) {
            throw new ConfigException("--port " + port + ": cannot be listened at: " + taken.getMessage(), taken);
        }
    }

    /** Where a browser finds it. */
    public String address() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/";
    }

    /** Ends when a build that is under way has. */
    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        http.stop(0);
        try {
            if (!threads.awaitTermination(LONGEST_BUILD_MINUTES, TimeUnit.MINUTES)) {
                throw new IOException("a build does not end; its pages stay in " + directory);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("a build is under way; its pages stay in " + directory);
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
