package bizops.target.files;

import bizops.singer.decode.BatchMessage;
import bizops.singer.error.InputException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the files of BATCH messages: JSON lines on this machine, plain or in gzip. Immutable. */
public final class Manifest {
    /** Of this machine; the group is the path. */
    private static final Pattern FILE_URL = Pattern.compile("(?is)file:(?://(?:localhost)?(?=/)|(?!//))(/.*)");

    private final Optional<Path> root;

    /** @param root where names that are no URL are looked for */
    public Manifest(Optional<Path> root) {
        this.root = root;
    }

    /**
     * The files in the message's order.
     *
     * @throws InputException if the target cannot read such files
     */
    public List<BatchFile> files(BatchMessage message, long line) {
        String where = "line " + line + ", stream \"" + message.stream() + "\": a BATCH ";
        String urls = String.join(", ", message.manifest());
        if (!message.format().equals("jsonl")) {
            throw new InputException(where + "of format \"" + message.format() + "\" (" + urls
                    + ") cannot be read; let the tap write jsonl");
        }
        String compression = Optional.ofNullable(message.compression()).orElse("none");
        if (!compression.equals("gzip") && !compression.equals("none")) {
            throw new InputException(where + "in compression \"" + compression + "\" (" + urls
                    + ") cannot be read; let the tap use gzip or none");
        }
        List<BatchFile> files = new ArrayList<>();
        for (String url : message.manifest()) {
            files.add(new BatchFile(
                    message.stream(), message.version(), path(url, where), compression.equals("gzip"), line));
        }
        return files;
    }

    private Path path(String url, String where) {
        Optional<Path> path = local(url);
        if (path.isEmpty()) {
            throw new InputException(
                    where + "names " + url + ", and only files of this machine (file://…) can be read");
        }
        if (!path.get().isAbsolute() && root.isEmpty()) {
            throw new InputException(where + "names " + url
                    + " without saying where it lies; set batch_config.storage.root to the folder");
        }
        return root.map(folder -> folder.resolve(path.get())).orElse(path.get());
    }

    /**
     * The path that a file URL or a plain name means; empty for what is elsewhere. Taps of singer-sdk write a path behind
     * {@code file://} as it stands, without escapes: it is taken so where that file is there, or the URL cannot be read.
     */
    public static Optional<Path> local(String url) {
        try {
            if (!url.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
                return Optional.of(Path.of(url));
            }
            Matcher file = FILE_URL.matcher(url);
            if (!file.matches()) {
                return Optional.empty();
            }
            Path asItStands = Path.of(file.group(1));
            return Optional.of(unescaped(file.group(1))
                    .filter(path -> Files.exists(path) || !Files.exists(asItStands))
                    .orElse(asItStands));
        } catch (InvalidPathException unusable) {
            return Optional.empty();
        }
    }

    private static Optional<Path> unescaped(String escaped) {
        try {
            URI uri = new URI(escaped);
            boolean isPath = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawAuthority() == null;
            return isPath ? Optional.of(Path.of(uri.getPath())) : Optional.empty();
        } catch (URISyntaxException noUrl) {
            return Optional.empty();
        }
    }
}
