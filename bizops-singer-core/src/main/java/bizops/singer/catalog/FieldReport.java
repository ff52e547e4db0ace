package bizops.singer.catalog;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells where a user's catalog and the source disagree about a stream's fields. Stateless. */
final class FieldReport {
    private static final Logger LOG = LoggerFactory.getLogger(FieldReport.class);

    private FieldReport() {}

    static void write(StreamEntry source, StreamEntry users) {
        Set<String> here = SchemaOverlap.names(source.schema());
        Set<String> there = SchemaOverlap.names(users.schema());
        for (String name : there) {
            if (!here.contains(name)) {
                LOG.warn(
                        "stream \"{}\": field \"{}\" of the catalog is gone at the source; it was renamed, deleted or"
                                + " hidden from this user: discover again, and select what took its place",
                        source.id(),
                        name);
            }
        }
        long fresh = here.stream().filter(name -> !there.contains(name)).count();
        if (fresh > 0 && !there.isEmpty()) {
            LOG.info(
                    "stream \"{}\": {} field(s) of the source are not in the catalog and not read", source.id(), fresh);
        }
        for (String name : here) {
            contradiction(source, users, name);
        }
    }

    private static void contradiction(StreamEntry source, StreamEntry users, String name) {
        Breadcrumb field = Breadcrumb.field(name);
        String chosen = users.metadata(field, "selected").map(Object::toString).orElse("");
        Object inclusion = source.metadata(field, "inclusion").orElse("");
        if (chosen.equalsIgnoreCase("true") && inclusion.equals(Inclusion.UNSUPPORTED.word())) {
            LOG.info("stream \"{}\": field \"{}\" is selected but cannot be read", source.id(), name);
        }
        if (chosen.equalsIgnoreCase("false") && inclusion.equals(Inclusion.AUTOMATIC.word())) {
            LOG.info("stream \"{}\": field \"{}\" is deselected but always sent", source.id(), name);
        }
    }
}
