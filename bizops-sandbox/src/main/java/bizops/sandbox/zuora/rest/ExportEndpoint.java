package bizops.sandbox.zuora.rest;

import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.ZuoraFault;
import bizops.sandbox.http.Call;
import bizops.sandbox.http.Reply;
import bizops.sandbox.zuora.data.Tenant;
import bizops.sandbox.zuora.zoql.Statement;
import bizops.sandbox.zuora.zoql.ZoqlException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /v1/object/export}: one query, no deleted rows, times in the tenant's zone, and fewer fields than AQuA has. An
 * export is done at the second look.
 */
final class ExportEndpoint {
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int LOOKS = 2;

    private final Tenant tenant;
    private final Settings settings;
    private final Faults faults;
    private final FileStore files;
    private final Access access;
    private final Map<String, Export> exports = new LinkedHashMap<>();

    private static final class Export {
        private final ObjectNode told;
        private final ResultFile file;
        private @Nullable String failure;
        private int looks;
        private boolean ended;
        private boolean canceled;

        private Export(ObjectNode told, ResultFile file, @Nullable String failure) {
            this.told = told;
            this.file = file;
            this.failure = failure;
        }

        private void end(ZuoraFault fault) {
            ended = true;
            canceled = fault == ZuoraFault.JOB_ABORTED;
            failure = fault == ZuoraFault.JOB_TOO_LONG_90027
                    ? "The query ran for longer than the time limit."
                    : "UNEXPECTED_ERROR";
        }
    }

    ExportEndpoint(Tenant tenant, Settings settings, Faults faults, FileStore files) {
        this.tenant = tenant;
        this.settings = settings;
        this.faults = faults;
        this.files = files;
        this.access = new Access(settings, faults, Access.For.EXPORT);
    }

    Reply create(Call call) {
        JsonNode request = Json.read(call.body());
        String query = request.path("Query").asText("");
        if (!request.path("Format").asText("").equalsIgnoreCase("csv")) {
            throw refused("The sandbox writes Format csv only");
        }
        if (request.path("Encrypted").asBoolean()) {
            throw refused("The sandbox does not encrypt");
        }
        if (!request.path("ConvertToCurrencies").asText("").isEmpty()) {
            throw refused("The tenant has no currency conversion: leave out ConvertToCurrencies");
        }
        try {
            Statement statement = Statement.prepare(tenant, access, settings.zone(), query);
            String id = files.newId();
            ResultFile file = file(statement, request.path("Zip").asBoolean(), call.path());
            exports.put(id, new Export(told(request, id), file, statement.failure()));
            return Reply.json(Json.object().put("Success", true).put("Id", id).toString());
        } catch (ZoqlException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private ResultFile file(Statement statement, boolean zip, String path) {
        Quirks quirks = new Quirks(faults, path, statement.type().name());
        Texts texts = quirks.texts(new Texts(settings.zone(), "xxx", false, ""));
        return new ResultFile(
                files.newId(),
                statement.type().name(),
                zip ? "zip" : "csv",
                new CsvLayout(statement.type(), statement.columns(), texts, null, false, quirks.found()),
                statement.run(tenant.now(), false),
                statement.window(),
                tenant.now().plus(KEPT));
    }

    private ObjectNode told(JsonNode request, String id) {
        ObjectNode told = Json.object();
        told.put("Id", id);
        told.put("Name", request.path("Name").asText(""));
        told.put("Format", "csv");
        told.put("Query", request.path("Query").asText());
        told.put("Zip", request.path("Zip").asBoolean());
        told.put("Encrypted", false);
        told.put(
                "CreatedDate",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(tenant.now().atZone(settings.zone())));
        return told;
    }

    /** The objects that an export asks for; none if there is no such export. */
    List<String> objects(String id) {
        Export export = exports.get(id);
        return export == null ? List.of() : List.of(export.file.object());
    }

    Reply look(String id, String path) {
        Export export = exports.get(id);
        if (export == null) {
            throw ApiException.notFound("Export " + id);
        }
        ObjectNode body = export.told.deepCopy();
        Optional<ZuoraFault> fault = export.ended
                ? Optional.empty()
                : JobFaults.striking(faults, path, List.of(export.file.object()), List.of(export.file.window()));
        if (fault.isPresent() && fault.get() == ZuoraFault.JOB_STUCK) {
            return Reply.json(body.put("Status", "Pending").toString());
        }
        fault.ifPresent(export::end);
        if (export.canceled) {
            return Reply.json(body.put("Status", "Canceled").toString());
        }
        export.looks++;
        if (!export.ended && export.looks < LOOKS) {
            return Reply.json(body.put("Status", "Processing").toString());
        }
        if (export.failure != null) {
            body.put("Status", "Failed");
            return Reply.json(body.put("StatusReason", "CBCFED6580B4E076: " + export.failure)
                    .toString());
        }
        if (!export.ended) {
            files.keep(export.file);
            export.ended = true;
        }
        body.put("Status", "Completed");
        body.put("Size", export.file.rows().size());
        return Reply.json(body.put("FileId", export.file.id()).toString());
    }

    private static ApiException refused(String message) {
        ObjectNode body = Json.object().put("Success", false);
        body.putArray("Errors").addObject().put("Code", "INVALID_VALUE").put("Message", message);
        return new ApiException(Reply.json(400, body.toString()));
    }
}
