package bizops.sandbox.salesforce.rest;

import bizops.sandbox.http.Call;
import bizops.sandbox.http.Reply;
import bizops.sandbox.salesforce.data.SObject;
import bizops.sandbox.salesforce.soql.SoqlException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds who answers a path below {@code /services/data/vX}; one session asks. */
final class Router {
    private static final Pattern VERSION = Pattern.compile("v(\\d{1,3})\\.0");

    private final Endpoints endpoints;
    private final Session session;
    private final int callsUsed;
    private final int callsAllowed;

    Router(Endpoints endpoints, Session session, int callsUsed, int callsAllowed) {
        this.endpoints = endpoints;
        this.session = session;
        this.callsUsed = callsUsed;
        this.callsAllowed = callsAllowed;
    }

    Reply answer(Call call) {
        try {
            return route(call);
        } catch (SoqlException e) {
            return new ApiException(400, e.code(), Objects.requireNonNull(e.getMessage())).reply();
        } catch (ApiException e) {
            return e.reply();
        }
    }

    private Reply route(Call call) {
        String version = Objects.requireNonNullElse(call.part(2), "");
        checkVersion(version);
        String resource = Objects.requireNonNullElse(call.part(3), "");
        if (resource.equals("composite")) {
            return composite(call, version);
        }
        if (resource.equals("jobs")) {
            return endpoints.bulk().answer(call, version);
        }
        if (!call.method().equals("GET") && !call.method().equals("HEAD")) {
            throw new ApiException(
                    405, "METHOD_NOT_ALLOWED", "HTTP Method '" + call.method() + "' not allowed. Allowed are GET,HEAD");
        }
        String detail = call.part(4);
        return switch (resource) {
            case "" -> resources(version);
            case "limits" -> limits(call, detail);
            case "query" ->
                detail == null
                        ? endpoints.query().first(call, session, false)
                        : endpoints.query().next(call, session, detail);
            case "queryAll" ->
                detail == null
                        ? endpoints.query().first(call, session, true)
                        : endpoints.query().next(call, session, detail);
            case "sobjects" -> detail == null ? endpoints.describe().list(version) : object(call, detail, version);
            default -> throw ApiException.notFound();
        };
    }

    private static void checkVersion(String version) {
        Matcher matcher = VERSION.matcher(version);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > LimitsEndpoint.NEWEST) {
            throw ApiException.notFound();
        }
        if (Integer.parseInt(matcher.group(1)) < LimitsEndpoint.OLDEST) {
            throw new ApiException(
                    410, "UNSUPPORTED_API_VERSION", "API version " + version + " has been retired: GONE");
        }
    }

    private Reply composite(Call call, String version) {
        CompositeEndpoint composite = new CompositeEndpoint(this::answerPart);
        String detail = call.part(4);
        if (detail == null) {
            return composite.composite(call);
        }
        if (detail.equals("batch")) {
            return composite.batch(call);
        }
        String name = call.part(5);
        if (detail.equals("sobjects") && name != null) {
            return endpoints.collection().answer(call, endpoints.describe().type(name), version);
        }
        throw ApiException.notFound();
    }

    private Reply answerPart(Call part) {
        boolean own = part.path().startsWith("/services/data/")
                && !part.path().contains("/composite")
                && !part.path().contains("/jobs");
        return own ? answer(part) : ApiException.notFound().reply();
    }

    private Reply limits(Call call, @Nullable String detail) {
        if (detail == null) {
            return endpoints.limits().limits(callsUsed, callsAllowed);
        }
        if (detail.equals("recordCount")) {
            return endpoints.limits().recordCount(call);
        }
        throw ApiException.notFound();
    }

    private Reply object(Call call, String name, String version) {
        SObject type = endpoints.describe().type(name);
        String action = call.part(5);
        if (action == null) {
            return endpoints.describe().basics(name, version);
        }
        return switch (action) {
            case "describe" -> endpoints.describe().describe(call, name, version);
            case "updated" -> endpoints.replication().updated(call, type);
            case "deleted" -> endpoints.replication().deleted(call, type);
            default -> endpoints.record().answer(call, type, action, version);
        };
    }

    private static Reply resources(String version) {
        return Reply.json(Json.text(json -> {
            json.writeStartObject();
            for (String name : new String[] {"composite", "jobs", "limits", "query", "queryAll", "sobjects"}) {
                json.writeStringField(name, "/services/data/" + version + "/" + name);
            }
            json.writeEndObject();
        }));
    }
}
