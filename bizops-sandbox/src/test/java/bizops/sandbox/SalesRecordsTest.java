package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.salesforce.data.Field;
import bizops.sandbox.salesforce.data.FieldType;
import bizops.sandbox.salesforce.data.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the company's people and its deals leave in Salesforce. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SalesRecordsTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.1));

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private List<Map<String, @Nullable Object>> live(String object) {
        return sandbox.truth(object).stream()
                .filter(row -> !Boolean.TRUE.equals(row.get("IsDeleted")) && row.get("_gone_at") == null)
                .toList();
    }

    @Test
    void someUsersHaveLeftAndSomeHaveNoRole() {
        assertThat(sandbox.truth("User"))
                .anyMatch(user -> Boolean.FALSE.equals(user.get("IsActive")))
                .anyMatch(user -> user.get("UserRoleId") == null);
        assertThat(live("Opportunity").stream().map(deal -> deal.get("OwnerId")))
                .anyMatch(owner -> sandbox.truth("User").stream()
                        .anyMatch(user -> user.get("UserRoleId") == null && Objects.equals(user.get("Id"), owner)));
    }

    @Test
    void everyChangeOfStageStandsInBothHistories() {
        Map<Object, Long> changes = sandbox.truth("OpportunityFieldHistory").stream()
                .filter(row -> "StageName".equals(row.get("Field")))
                .collect(Collectors.groupingBy(
                        row -> Objects.requireNonNull(row.get("OpportunityId")), Collectors.counting()));

        assertThat(changes).isNotEmpty();
        for (Map<String, @Nullable Object> deal : live("Opportunity")) {
            List<@Nullable Object> stages = sandbox.truth("OpportunityHistory").stream()
                    .filter(row -> Objects.equals(row.get("OpportunityId"), deal.get("Id")))
                    .sorted((left, right) ->
                            String.valueOf(left.get("CreatedDate")).compareTo(String.valueOf(right.get("CreatedDate"))))
                    .map(row -> row.get("StageName"))
                    .toList();
            long moves = 0;
            for (int i = 1; i < stages.size(); i++) {
                moves += Objects.equals(stages.get(i), stages.get(i - 1)) ? 0 : 1;
            }
            assertThat(changes.getOrDefault(Objects.requireNonNull(deal.get("Id")), 0L))
                    .isEqualTo(moves);
        }
    }

    @Test
    void whatHangsOnADeletedDealIsDeletedToo() {
        String id = String.valueOf(live("OpportunityContactRole").get(0).get("OpportunityId"));

        sandbox.delete("Opportunity", id);

        assertThat(live("OpportunityContactRole")).isNotEmpty().noneMatch(role -> id.equals(role.get("OpportunityId")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Account", "Contact", "Lead", "Campaign", "Opportunity"})
    void everyMainObjectHasAFormulaAndAPicklistOfItsOwn(String object) {
        List<Field> fields = List.copyOf(Schema.load().get(object).fields().values());

        assertThat(fields).anyMatch(Field::calculated);
        assertThat(fields).anyMatch(field -> field.name().endsWith("__c") && field.type() == FieldType.PICKLIST);
    }
}
