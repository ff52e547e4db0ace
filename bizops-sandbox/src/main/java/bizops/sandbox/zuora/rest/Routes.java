package bizops.sandbox.zuora.rest;

import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.ZuoraFault;
import bizops.sandbox.http.Call;
import bizops.sandbox.http.Reply;
import bizops.sandbox.zuora.data.Tenant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds who answers a path; the caller has proved who it is. */
final class Routes {
    private static final Pattern FROM = Pattern.compile("\\sfrom\\s+(\\w+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern SESSION = Pattern.compile("/jobs/partner/([^/]+)/project/([^/]+)$");

    private final Tenant tenant;
    private final Faults faults;
    private final FileStore files = new FileStore();
    private final DescribeEndpoint describe;
    private final BatchEndpoint batches;
    private final FileEndpoint downloads;
    private final ExportEndpoint exports;
    private final ActionEndpoint actions;
    private final DataQueryEndpoint dataQueries;

    Routes(Tenant tenant, Settings settings, Faults faults) {
        this.tenant = tenant;
        this.faults = faults;
        describe = new DescribeEndpoint(tenant.schema(), new Access(settings, faults, Access.For.DESCRIBE));
        batches = new BatchEndpoint(tenant, settings, faults, files);
        downloads = new FileEndpoint(files, faults);
        exports = new ExportEndpoint(tenant, settings, faults, files);
        actions = new ActionEndpoint(tenant, settings, faults, files);
        dataQueries = new DataQueryEndpoint(tenant, settings, faults, files);
    }

    Reply answer(Call call) {
        String path = call.path();
        String last = path.substring(path.lastIndexOf('/') + 1);
        return switch (call.method() + " " + resource(call)) {
            case "GET describe" -> {
                String object = call.part(2);
                if (call.parameter("showCurrencyConversionInformation")
                        .orElse("no")
                        .equals("yes")) {
                    throw ApiException.reasons(400, 50000020, "The tenant has no currency conversion");
                }
                yield object == null ? describe.list(call) : describe.describe(call, object, shape(path, object));
            }
            case "POST batch-query" -> batches.submit(call);
            case "GET batch-query" -> batch(call);
            case "DELETE batch-query" -> batches.cancel(last);
            case "GET files", "GET file" -> downloads.answer(last, path, tenant.now());
            case "POST object" -> {
                export(call);
                yield exports.create(call);
            }
            case "GET object" -> {
                export(call);
                yield exports.look(last, path);
            }
            case "POST action" ->
                switch (last) {
                    case "query" -> actions.query(call);
                    case "queryMore" -> actions.more(call);
                    default -> throw ApiException.notFound(path);
                };
            case "POST jobs" -> dataQueries.submit(call);
            case "GET jobs" -> dataQueries.look(last, call.base(), path);
            case "DELETE jobs" -> dataQueries.cancel(last);
            case "GET data" -> dataQueries.data(call);
            default -> throw ApiException.notFound(path);
        };
    }

    /** Whether the address itself is the permission. */
    static boolean signed(Call call) {
        return DataQueryEndpoint.isData(call.path());
    }

    /** Whether a request is about AQuA's jobs and files. */
    static boolean isAqua(Call call) {
        return Set.of("batch-query", "files", "file").contains(resource(call));
    }

    /** The resource below {@code /v1}, or below {@code /apps/api} on the older hosts. */
    private static String resource(Call call) {
        return Objects.requireNonNullElse(call.part(call.path().startsWith("/apps/api/") ? 2 : 1), "");
    }

    private static void export(Call call) {
        if (!"export".equals(call.part(2))) {
            throw ApiException.notFound(call.path());
        }
    }

    /** The job of {@code …/batch-query/jobs/ID}, or the last of {@code …/jobs/partner/PARTNER/project/PROJECT}. */
    private Reply batch(Call call) {
        Matcher session = SESSION.matcher(call.path());
        return session.find()
                ? batches.last(session.group(1), session.group(2), call.path())
                : batches.poll(call.path().substring(call.path().lastIndexOf('/') + 1), call.path());
    }

    private DescribeShape shape(String path, String object) {
        return new DescribeShape(
                !fires(ZuoraFault.DESCRIBE_WITHOUT_RELATED, path, object),
                fires(ZuoraFault.DESCRIBE_RELATED_FIRST, path, object),
                !fires(ZuoraFault.DESCRIBE_WITHOUT_CONTEXTS, path, object),
                strange(object));
    }

    private @Nullable String strange(String object) {
        return faults.armed(ZuoraFault.FIELD_STRANGE)
                .filter(fault -> object.equalsIgnoreCase(fault.object()))
                .map(fault -> fault.field())
                .orElse(null);
    }

    private boolean fires(ZuoraFault fault, String path, String object) {
        return faults.firing(Set.of(fault), path, object).isPresent();
    }

    /** The objects behind every {@code from} of a text. */
    static List<String> asked(String text) {
        return FROM.matcher(text).results().map(match -> match.group(1)).toList();
    }

    /** The objects that a request is about. */
    List<String> objects(Call call) {
        String last = call.path().substring(call.path().lastIndexOf('/') + 1);
        if (call.method().equals("POST")) {
            return asked(call.body());
        }
        return switch (resource(call)) {
            case "describe" -> call.part(2) == null ? List.of() : List.of(last);
            case "batch-query" -> batches.objects(last);
            case "object" -> exports.objects(last);
            case "jobs" -> dataQueries.objects(last);
            case "files", "file" ->
                files.find(last, tenant.now())
                        .map(file -> List.of(file.object()))
                        .orElse(List.of());
            default -> List.of();
        };
    }
}
