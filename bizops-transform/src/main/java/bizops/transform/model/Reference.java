package bizops.transform.model;

/**
 * Where a statement names a relation.
 *
 * @param isChange whether the rows are meant by which the relation differs from the published one
 * @param start offset of the schema's name in the text
 * @param end offset behind it
 */
record Reference(Relation relation, boolean isChange, int start, int end) {}
