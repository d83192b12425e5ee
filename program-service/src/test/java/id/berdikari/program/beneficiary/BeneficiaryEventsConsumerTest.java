package id.berdikari.program.beneficiary;

import static id.berdikari.program.ProgramFixtures.aPlan;
import static id.berdikari.program.ProgramFixtures.anApproval;
import static id.berdikari.program.ProgramFixtures.as;
import static id.berdikari.program.ProgramFixtures.batch;
import static id.berdikari.program.ProgramFixtures.hear;
import static id.berdikari.program.ProgramFixtures.need;
import static id.berdikari.program.ProgramFixtures.officer;
import static org.hamcrest.Matchers.is;

import id.berdikari.event.BeneficiaryEvent.BeneficiaryExited;
import id.berdikari.event.BeneficiaryEvent.BeneficiaryNominated;
import id.berdikari.event.BeneficiaryEvent.ConsentGranted;
import id.berdikari.event.BeneficiaryEvent.ConsentWithdrawn;
import id.berdikari.event.ConsentPurpose;
import id.berdikari.event.ProgramType;
import id.berdikari.local.test.LocalPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class BeneficiaryEventsConsumerTest {

    private final UUID caseId = UUID.randomUUID();
    private final UUID beneficiary = UUID.randomUUID();

    @Test
    void keepsAnApprovalOnceHoweverOftenItIsTold() {
        var approval = batch(anApproval(caseId, beneficiary, need(ProgramType.MOBILITY_AID, "1000")));

        hear(approval);
        hear(approval);

        plans("1000", 201);
        plans("1", 409);
    }

    @Test
    void lateApprovalResurrectsNobodyWhoLeft() {
        hear(batch(new BeneficiaryExited(caseId, beneficiary, LocalDate.of(2026, 2, 1)), 20));
        refuses("beneficiary-not-known-yet");

        hear(batch(anApproval(caseId, beneficiary, need(ProgramType.MOBILITY_AID, "1000")), 10));

        refuses("beneficiary-exited");
    }

    @Test
    void lateApprovalRestoresNoWithdrawnConsent() {
        hear(batch(new ConsentWithdrawn(caseId, beneficiary, ConsentPurpose.ASSISTANCE), 20));

        hear(batch(anApproval(caseId, beneficiary, need(ProgramType.MOBILITY_AID, "1000")), 10));

        refuses("assistance-not-consented");
    }

    @Test
    void newestConsentCountsWhateverTheOrder() {
        hear(batch(anApproval(caseId, beneficiary, need(ProgramType.MOBILITY_AID, "1000")), 10));
        hear(batch(new ConsentGranted(caseId, beneficiary, ConsentPurpose.ASSISTANCE), 30));

        hear(batch(new ConsentWithdrawn(caseId, beneficiary, ConsentPurpose.ASSISTANCE), 20));

        plans("1000", 201);
    }

    @Test
    void olderApprovalOverwritesNoNewerOne() {
        hear(batch(anApproval(caseId, beneficiary, need(ProgramType.MOBILITY_AID, "1000")), 20));

        hear(batch(anApproval(caseId, beneficiary, need(ProgramType.MOBILITY_AID, "9000")), 10));

        plans("1001", 409);
        plans("1000", 201);
    }

    @Test
    void consentToPublicationIsNotConsentToHelp() {
        hear(anApproval(caseId, beneficiary, need(ProgramType.MOBILITY_AID, "1000")));

        hear(new ConsentWithdrawn(caseId, beneficiary, ConsentPurpose.PUBLICATION));

        plans("1000", 201);
    }

    @Test
    void passesOverTheStepsBeforeApproval() {
        hear(new BeneficiaryNominated(caseId, "33.02.27", LocalDate.of(2026, 1, 5)));

        refuses("beneficiary-not-known-yet");
        as("admin").get("/api/v1/parked-events").then().body("items.size()", is(0));
    }

    private void plans(String amount, int status) {
        officer()
                .body(aPlan(beneficiary, amount))
                .post("/api/v1/programs")
                .then()
                .statusCode(status);
    }

    private void refuses(String code) {
        officer()
                .body(aPlan(beneficiary, "1"))
                .post("/api/v1/programs")
                .then()
                .statusCode(409)
                .body("type", is("/problems/" + code));
    }
}
