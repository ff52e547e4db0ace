package bizops.tap.zuora.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExportQueryTest {
    private static final Optional<Instant> FROM = Optional.of(Instant.parse("2026-01-01T00:00:00Z"));
    private static final Optional<Instant> TO = Optional.of(Instant.parse("2026-01-02T00:00:00Z"));

    @Test
    void aWindowIsHalfOpenAndReadAtOnce() {
        ExportQuery query = new ExportQuery(
                "Account",
                List.of("Id", "BillToContact.Id"),
                Optional.of("UpdatedDate"),
                FROM,
                TO,
                Optional.empty(),
                0,
                true);

        assertThat(query.zoql())
                .isEqualTo("select Id, BillToContact.Id from Account where UpdatedDate >= '2026-01-01T00:00:00Z'"
                        + " and UpdatedDate < '2026-01-02T00:00:00Z'");
    }

    @Test
    void aPageGoesOnBehindAnIdInItsOrder() {
        ExportQuery query = new ExportQuery(
                "Account",
                List.of("Id"),
                Optional.of("UpdatedDate"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("2c9"),
                100,
                false);

        assertThat(query.zoql()).isEqualTo("select Id from Account where Id > '2c9' order by Id asc limit 100");
    }

    @Test
    void dataQueryHasRelatedIdsAsColumnsAndMomentsAsTimestamps() {
        ExportQuery query = new ExportQuery(
                "Account",
                List.of("Id", "BillToContact.Id"),
                Optional.of("UpdatedDate"),
                FROM,
                TO,
                Optional.of("2c9"),
                5,
                false);

        assertThat(Sql.of(query))
                .isEqualTo("SELECT id, billtocontactid FROM account WHERE updateddate >= TIMESTAMP '2026-01-01 00:00:00"
                        + " +00:00' AND updateddate < TIMESTAMP '2026-01-02 00:00:00 +00:00' AND id > '2c9' ORDER BY id"
                        + " LIMIT 5");
    }
}
