package id.berdikari.fundraising.campaign;

import id.berdikari.kit.problem.ProblemType;

enum CampaignProblem implements ProblemType {
    EXEMPTION_NEEDS_ADMIN(403),
    BENEFICIARY_NOT_KNOWN_YET(409),
    BENEFICIARY_EXITED(409),
    PUBLICATION_CONSENT_MISSING(409),
    NO_APPROVED_STORY(409),
    OUTSIDE_PERMIT_DATES(409),
    OUTSIDE_PERMIT_AREAS(409),
    CAMPAIGN_NOT_A_DRAFT(409),
    CAMPAIGN_NOT_PUBLISHED(409),
    CAMPAIGN_ENDED(409),
    CAMPAIGN_WITHDRAWN(410);

    private final int status;

    CampaignProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
