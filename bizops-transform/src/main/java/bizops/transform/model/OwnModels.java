package bizops.transform.model;

import bizops.singer.error.ConfigException;
import bizops.transform.config.ProjectFile;
import bizops.transform.schema.Layer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Puts the user's models over the program's. One of the same relation takes its place; without a header of its own it
 * keeps the other's, so that the same tests hold it.
 *
 * @param files the program's, changed by {@link #put}
 * @param statements the program's, changed by {@link #put}
 * @param provided what stands before the first model, and cannot be overridden
 */
record OwnModels(Map<Relation, SqlFile<Header>> files, Map<Relation, Statement> statements, Set<Relation> provided) {

    void put(ProjectFile file) {
        Relation relation = new Relation(Layer.valueOf(file.folder().toUpperCase(Locale.ROOT)), file.name());
        if (provided.contains(relation)) {
            throw new ConfigException(file.path() + ": " + relation
                    + " is filled from raw tables or seeds and cannot be overridden; name the model otherwise, map raw"
                    + " columns in mapping.yml, or override a model of core");
        }
        OwnFile<Header> own = OwnFile.parse(file, Header.class);
        SqlFile<Header> before = files.get(relation);
        Header header = own.header()
                .orElseGet(() -> before == null
                        ? Header.ofOwn(file.path())
                        : before.header().withoutNarrow());
        if (header.computed() != null) {
            throw new ConfigException(file.path() + ": " + relation + " is computed outside of SQL;"
                    + " an override needs a header of its own, without computed");
        }
        files.put(relation, new SqlFile<>(header, own.statement().text()));
        statements.put(relation, own.statement());
    }
}
