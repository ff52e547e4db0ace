package bizops.target.reject;

import bizops.target.table.SchemaReader;
import bizops.target.table.StreamShape;
import bizops.target.table.TableName;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** The table that rejected records go to, a stream without a key like any other. */
public final class RejectedTable {
    /** Also the name of the stream. */
    public static final String NAME = "_sdc_rejected";

    static final String ID = "id";

    private static final String SCHEMA = """
            {"properties": {
              "id": {"type": "string", "description": "Names the row; the run, and the number of the record among those it rejected"},
              "stream": {"type": "string"},
              "line": {"type": "integer", "description": "Of the input, or of the file"},
              "file": {"type": ["null", "string"], "description": "Of a BATCH message"},
              "field": {"type": ["null", "string"]},
              "reason": {"type": "string"},
              "record": {"type": "string", "description": "JSON text of the whole record"},
              "version": {"type": ["null", "integer"]},
              "time_extracted": {"type": ["null", "string"]},
              "schema": {"type": "string", "description": "JSON text of the schema that the record was held to"},
              "key_properties": {"type": "string", "description": "JSON text"},
              "rejected_at": {"type": "string", "format": "date-time"}}}""";

    private RejectedTable() {}

    /** Its columns. */
    public static StreamShape shape(TableName table) {
        try {
            return SchemaReader.read(NAME, table, new ObjectMapper().readTree(SCHEMA), List.of(), false, NAME);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
