package bizops.sandbox.company;

import bizops.sandbox.salesforce.data.Field;
import bizops.sandbox.salesforce.data.Org;
import bizops.sandbox.salesforce.data.Row;
import bizops.sandbox.salesforce.data.SObject;
import java.util.Map;

/** A merge of two records: what hung on the loser hangs on the winner, the loser goes to the bin and points there. */
final class Merge {
    private Merge() {}

    static void merge(Org org, String object, Row winner, Row loser) {
        for (SObject type : org.schema().objects()) {
            for (Field field : type.fields().values()) {
                if (field.referenceTo().contains(object)
                        && !field.calculated()
                        && !field.name().equals("MasterRecordId")) {
                    for (Row row : org.table(type.name()).referring(field.name(), loser.id())) {
                        move(org, type, field, row, winner);
                    }
                }
            }
        }
        org.update(loser, object, Map.of("MasterRecordId", winner.id()));
        org.delete(loser, object);
    }

    private static void move(Org org, SObject type, Field field, Row row, Row winner) {
        boolean twice = type.name().equals("CampaignMember")
                && org.table(type.name()).referring(field.name(), winner.id()).stream()
                        .anyMatch(member -> World.alive(member)
                                && String.valueOf(member.text("CampaignId")).equals(row.text("CampaignId")));
        if (!World.alive(row)) {
            return;
        }
        if (twice) {
            org.delete(row, type.name());
        } else {
            org.update(row, type.name(), Map.of(field.name(), winner.id()));
        }
    }
}
