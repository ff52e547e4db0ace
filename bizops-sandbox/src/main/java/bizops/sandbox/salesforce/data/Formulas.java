package bizops.sandbox.salesforce.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values that are computed when read: formulas, roll-ups, and the person fields of a campaign member. They change
 * without a new stamp, as Salesforce's do.
 */
public final class Formulas {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Org org;

    public Formulas(Org org) {
        this.org = org;
    }

    /** The value of any field of a row's version. */
    public @Nullable Object value(SObject type, Field field, Map<String, Object> values) {
        if (!field.calculated()) {
            return values.get(field.name());
        }
        return switch (type.name()) {
            case "CampaignMember" -> member(field, values);
            case "Campaign" -> rollUp(field.name(), (String) Objects.requireNonNull(values.get("Id")));
            case "Opportunity" -> opportunity(field.name(), values);
            case "Account" -> bucket((BigDecimal) values.get("NumberOfEmployees"));
            default -> person(field.name(), values);
        };
    }

    private static @Nullable Object person(String field, Map<String, Object> values) {
        return switch (field) {
            case "Name" ->
                Stream.of("FirstName", "LastName")
                        .map(values::get)
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .collect(Collectors.joining(" "));
            case "IsEmailBounced" -> values.get("EmailBouncedReason") != null;
            case "Mail_Domain__c" ->
                values.get("Email") instanceof String email && email.contains("@")
                        ? email.substring(email.lastIndexOf('@') + 1)
                        : null;
            default -> throw new IllegalStateException("no formula " + field);
        };
    }

    private @Nullable Object member(Field field, Map<String, Object> values) {
        boolean contact = values.get("ContactId") != null;
        String personType = contact ? "Contact" : "Lead";
        String personId = (String) values.get(personType + "Id");
        if (field.name().equals("Type")) {
            return personType;
        }
        if (field.name().equals("LeadOrContactId")) {
            return personId;
        }
        Row person = org.table(personType).find(personId);
        if (person == null) {
            return null;
        }
        if (field.name().equals("CompanyOrAccount")) {
            return contact ? accountName(person.text("AccountId")) : person.text("Company");
        }
        SObject type = org.schema().get(personType);
        String name =
                contact && List.of("City", "Country").contains(field.name()) ? "Mailing" + field.name() : field.name();
        return type.field(name)
                .map(source -> value(type, source, person.values()))
                .orElse(null);
    }

    private @Nullable String accountName(@Nullable String accountId) {
        Row account = org.table("Account").find(accountId);
        return account == null ? null : account.text("Name");
    }

    private BigDecimal rollUp(String field, String campaignId) {
        if (field.contains("Opportunities")) {
            boolean won = field.contains("Won");
            Stream<Row> deals = org.table("Opportunity").referring("CampaignId", campaignId).stream()
                    .filter(row -> !row.is("IsDeleted") && row.goneAt() == null && (!won || row.is("IsWon")));
            return field.startsWith("Amount")
                    ? deals.map(row -> row.number("Amount"))
                            .filter(Objects::nonNull)
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                    : BigDecimal.valueOf(deals.count());
        }
        Stream<Row> members = org.table("CampaignMember").referring("CampaignId", campaignId).stream()
                .filter(row -> row.goneAt() == null);
        return BigDecimal.valueOf(
                switch (field) {
                    case "NumberOfLeads" ->
                        members.filter(row -> row.text("LeadId") != null).count();
                    case "NumberOfContacts" ->
                        members.filter(row -> row.text("ContactId") != null).count();
                    case "NumberOfResponses" ->
                        members.filter(row -> row.is("HasResponded")).count();
                    case "NumberOfConvertedLeads" ->
                        members.filter(row -> row.text("LeadId") != null && row.text("ContactId") != null)
                                .count();
                    default -> throw new IllegalStateException("no roll-up " + field);
                });
    }

    private static @Nullable Object opportunity(String field, Map<String, Object> values) {
        LocalDate close = (LocalDate) values.get("CloseDate");
        int quarter = close == null ? 0 : (close.getMonthValue() + 2) / 3;
        BigDecimal amount = (BigDecimal) values.get("Amount");
        return switch (field) {
            case "FiscalQuarter" -> close == null ? null : BigDecimal.valueOf(quarter);
            case "FiscalYear" -> close == null ? null : BigDecimal.valueOf(close.getYear());
            case "Fiscal" -> close == null ? null : close.getYear() + " " + quarter;
            case "ExpectedRevenue" -> expected(amount, (BigDecimal) values.get("Probability"));
            case "Deal_Size__c" ->
                amount == null ? null : amount.compareTo(BigDecimal.valueOf(50_000)) < 0 ? "Small" : "Large";
            default -> throw new IllegalStateException("no formula " + field);
        };
    }

    /** Amount times probability, to cents; null without an amount. */
    public static @Nullable BigDecimal expected(@Nullable BigDecimal amount, @Nullable BigDecimal probability) {
        return amount == null || probability == null
                ? null
                : amount.multiply(probability).divide(HUNDRED, 2, RoundingMode.HALF_UP);
    }

    private static @Nullable String bucket(@Nullable BigDecimal employees) {
        return employees == null
                ? null
                : employees.intValue() < 200 ? "SMB" : employees.intValue() < 2000 ? "Mid-Market" : "Enterprise";
    }
}
