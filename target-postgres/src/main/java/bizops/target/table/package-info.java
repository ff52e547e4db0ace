/** JSON schema to table: column types, names, and how an existing table is brought to a schema. */
@NullMarked
package bizops.target.table;

import org.jspecify.annotations.NullMarked;
