package id.berdikari.fundraising.mobilisation;

import static id.berdikari.fundraising.Given.aGift;
import static id.berdikari.fundraising.Given.aPermit;
import static id.berdikari.fundraising.Given.aPublished;
import static id.berdikari.fundraising.Given.anApprovedPerson;
import static id.berdikari.fundraising.Given.anybody;
import static id.berdikari.fundraising.Given.forPerson;
import static id.berdikari.fundraising.Given.rows;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.berdikari.local.test.LocalPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class RaisedCheckpointsTest {

    @Inject
    RaisedCheckpoints checkpoints;

    private String campaign = "";

    @BeforeEach
    void aCampaign() {
        campaign = aPublished(forPerson(anApprovedPerson().beneficiaryId(), aPermit()));
        aGift(campaign, "50000");
    }

    @Test
    void aBusyCampaignIsSummedUpToALotAndGoesOn() {
        rows("""
                insert into fund_lot (donation_id, campaign_id, amount, held, returned)
                select gen_random_uuid(), ?, 10, 10, 0 from generate_series(1, 1000) returning 1
                """, UUID.fromString(campaign));
        raisedIs("60000.00");

        checkpoints.roll();

        assertEquals(List.of(List.of("60000.00")), checkpoint());
        raisedIs("60000.00");
        aGift(campaign, "25000");
        raisedIs("85000.00");
        rows("""
                update fund_lot set held = 0, returned = 10
                where donation_id = (select donation_id from fund_lot where campaign_id = ? and amount = 10 limit 1)
                returning 1""", UUID.fromString(campaign));
        raisedIs("84990.00");
        checkpoints.roll();
        raisedIs("84990.00");
    }

    @Test
    void aQuietCampaignNeedsNone() {
        raisedIs("50000.00");

        checkpoints.roll();

        assertEquals(List.of(), checkpoint());
        raisedIs("50000.00");
    }

    private List<List<String>> checkpoint() {
        return rows("select amount from raised_checkpoint where campaign_id = ?", UUID.fromString(campaign));
    }

    private void raisedIs(String amount) {
        anybody().get("/api/v1/campaigns/" + campaign).then().statusCode(200).body("raised.amount", equalTo(amount));
    }
}
