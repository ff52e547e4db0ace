package bizops.tap.salesforce.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The ways to log in, and the settings without which each cannot be. */
enum LoginKind {
    CLIENT_CREDENTIALS,
    JWT,
    REFRESH_TOKEN,
    PASSWORD,
    SOAP;

    List<String> needs() {
        return switch (this) {
            case CLIENT_CREDENTIALS -> List.of("client_id", "client_secret");
            case JWT -> List.of("client_id", "username", "private_key");
            case REFRESH_TOKEN -> List.of("client_id", "refresh_token");
            case PASSWORD -> List.of("client_id", "client_secret", "username", "password");
            case SOAP -> List.of("username", "password");
        };
    }

    /** As the setting {@code login_flow} writes it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<LoginKind> of(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.text().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static String all() {
        return String.join(", ", Arrays.stream(values()).map(LoginKind::text).toList());
    }
}
