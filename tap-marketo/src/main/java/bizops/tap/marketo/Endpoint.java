package bizops.tap.marketo;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The instance's address in the forms that people paste: with {@code /rest} or {@code /identity} and without, with a
 * slash at the end, as a host, or as a bare Munchkin id. Stateless.
 */
final class Endpoint {
    private static final Pattern MUNCHKIN = Pattern.compile("\\d{3}-[A-Za-z0-9]{3}-\\d{3}");

    private Endpoint() {}

    /** Scheme, host and port; empty if the text is no address. */
    static Optional<URI> origin(String text) {
        String address = MUNCHKIN.matcher(text).matches() ? text + ".mktorest.com" : text;
        try {
            URI given = URI.create(address.contains("://") ? address : "https://" + address);
            boolean web = "http".equals(given.getScheme()) || "https".equals(given.getScheme());
            if (!web || given.getHost() == null) {
                return Optional.empty();
            }
            return Optional.of(new URI(given.getScheme(), null, given.getHost(), given.getPort(), null, null, null));
        } catch (IllegalArgumentException | URISyntaxException wrong) {
            return Optional.empty();
        }
    }
}
