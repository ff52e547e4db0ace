package bizops.cli.grants;

import bizops.cli.store.Sql;

/**
 * One privilege that somebody has. Immutable.
 *
 * @param grantee the role; empty is everybody
 * @param privilege such as {@code SELECT}
 */
record Right(On on, String grantee, String privilege) {
    /**
     * What a right is on. Immutable.
     *
     * @param before what stands before {@code GRANT} and {@code REVOKE}: whose later objects are meant; mostly empty
     * @param object how these name it
     */
    record On(String before, String object) {
        static On database(String name) {
            return new On("", "DATABASE " + Sql.name(name));
        }

        static On schema(String name) {
            return new On("", "SCHEMA " + Sql.name(name));
        }

        static On relation(Relation relation) {
            return new On("", relation.objects().one() + " " + relation.sql());
        }

        /** All that stands in a schema. */
        static On all(String schema, Kind kind) {
            return new On("", "ALL " + kind.name() + " IN SCHEMA " + Sql.name(schema));
        }

        /** All that {@code creator} will make in a schema. */
        static On later(String creator, String schema, Kind kind) {
            return new On(
                    "ALTER DEFAULT PRIVILEGES FOR ROLE " + Sql.name(creator) + " IN SCHEMA " + Sql.name(schema) + " ",
                    kind.name());
        }

        String grant(String privileges, String grantee) {
            return before + "GRANT " + privileges + " ON " + object + " TO " + Sql.grantee(grantee);
        }

        String revoke(String privileges, String grantee) {
            return before + "REVOKE " + privileges + " ON " + object + " FROM " + Sql.grantee(grantee);
        }
    }
}
