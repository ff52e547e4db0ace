package bizops.transform.model;

/**
 * Where a statement names a relation.
 *
 * @param start offset of the schema's name in the text
 * @param end offset behind it
 */
record Reference(Relation relation, int start, int end) {}
