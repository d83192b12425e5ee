package id.berdikari.fundraising.campaign;

import id.berdikari.event.FundraisingEvent.ClosingCause;
import id.berdikari.fundraising.beneficiary.BeneficiaryCopy;
import id.berdikari.fundraising.beneficiary.BeneficiaryFacts;
import id.berdikari.fundraising.beneficiary.BeneficiaryFollower;
import id.berdikari.fundraising.permit.PermitBook;
import id.berdikari.fundraising.permit.PermitTerms;
import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.identifier.Identifiers;
import id.berdikari.kit.outbox.Outbox;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.security.Roles;
import id.berdikari.kit.time.LocalDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class CampaignDesk implements BeneficiaryFollower {

    private static final int CLOSED_AT_ONCE = 100;

    private final Campaigns campaigns;
    private final BeneficiaryCopy beneficiaries;
    private final PermitBook permits;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Caller caller;
    private final LocalDates dates;
    private final Clock clock;

    CampaignDesk(
            Campaigns campaigns,
            BeneficiaryCopy beneficiaries,
            PermitBook permits,
            Outbox outbox,
            AuditLog audit,
            Caller caller,
            LocalDates dates,
            Clock clock) {
        this.campaigns = campaigns;
        this.beneficiaries = beneficiaries;
        this.permits = permits;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.dates = dates;
        this.clock = clock;
    }

    /** A campaign that may take a donation now, or the refusal that says why not. */
    public OpenCampaign accepting(UUID id) {
        var today = dates.today();
        var campaign = campaigns.get(id);
        campaign.requireAccepting(today);
        var terms = campaign.terms();
        if (terms.permitId() != null) {
            requireCovered(permit(terms.permitId()), today, terms.districtCode());
        }
        return new OpenCampaign(id, terms.beneficiaryId(), terms.programType(), terms.districtCode());
    }

    @Transactional
    Campaign draft(CampaignResource.CampaignRequest request) {
        var campaign = new Campaign(Identifiers.next(), terms(request), caller.subject(), clock.instant());
        campaigns.persistAndFlush(campaign);
        audit.record("draft-campaign", "campaign", campaign.id(), null);
        return campaign;
    }

    @Transactional
    Campaign edit(UUID id, @Nullable String ifMatch, CampaignResource.CampaignRequest request) {
        var campaign = campaigns.locked(id);
        reach(campaign);
        Versions.require(ifMatch, campaign.version());
        campaign.edit(terms(request), caller.subject());
        campaigns.flush();
        audit.record("edit-campaign", "campaign", id, null);
        return campaign;
    }

    @Transactional
    Campaign publish(UUID id) {
        var campaign = campaigns.locked(id);
        reach(campaign);
        var published = campaign.publish(caller.subject(), dates.today());
        var terms = campaign.terms();
        if (terms.beneficiaryId() != null) {
            requirePublishable(beneficiaries.hold(terms.beneficiaryId()).orElse(null));
        }
        if (terms.permitId() != null) {
            requireCovered(permit(terms.permitId()), dates.today(), terms.districtCode());
        }
        campaigns.flush();
        outbox.append(published);
        audit.record("publish-campaign", "campaign", id, null);
        return campaign;
    }

    @Transactional
    Campaign close(UUID id) {
        var campaign = campaigns.locked(id);
        reach(campaign);
        close(campaign, ClosingCause.CLOSED);
        return campaign;
    }

    /** A withdrawn consent takes every page about the person away; one given again brings none back. */
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(BeneficiaryFacts facts) {
        if (facts.isBarredFromPublication()) {
            for (var campaign : campaigns.listPublic(facts.beneficiaryId())) {
                if (campaign.status(LocalDate.MIN) == Campaign.Status.PUBLISHED) {
                    close(campaign, ClosingCause.WITHDRAWN);
                } else {
                    campaign.hide();
                }
            }
        }
    }

    /** Closes some of those whose last day has passed. */
    @Transactional
    int closeEnded() {
        var ended = campaigns.endedBefore(dates.today(), CLOSED_AT_ONCE);
        for (var id : ended) {
            var campaign = campaigns.locked(id);
            if (campaign.status(LocalDate.MIN) == Campaign.Status.PUBLISHED) {
                close(campaign, ClosingCause.ENDED);
            }
        }
        return ended.size();
    }

    private void close(Campaign campaign, ClosingCause cause) {
        var closed = campaign.close(cause, dates.today());
        campaigns.flush();
        outbox.append(closed);
        audit.record("close-campaign", "campaign", campaign.id(), cause.name());
    }

    private void reach(Campaign campaign) {
        var district = campaign.terms().districtCode();
        if (district != null) {
            caller.reach(district);
        }
    }

    private CampaignTerms terms(CampaignResource.CampaignRequest request) {
        if ((request.permitId() == null) == (request.exemption() == null)) {
            throw FieldProblem.at("/permitId", "permit-or-exemption");
        }
        if (request.exemption() != null && !caller.hasRole(Roles.ADMIN)) {
            throw CampaignProblem.EXEMPTION_NEEDS_ADMIN.refused();
        }
        if (request.endsOn().isBefore(dates.today())) {
            throw FieldProblem.at("/endsOn", "date-in-past");
        }
        var districtCode = districtOf(request);
        if (request.permitId() != null) {
            var permit =
                    permits.terms(request.permitId()).orElseThrow(() -> FieldProblem.at("/permitId", "permit-unknown"));
            requireCovered(permit, request.endsOn(), districtCode);
        }
        return new CampaignTerms(
                request.title().strip(),
                request.beneficiaryId(),
                request.programType(),
                districtCode,
                request.story(),
                request.target(),
                request.permitId(),
                request.exemption(),
                request.endsOn());
    }

    private @Nullable String districtOf(CampaignResource.CampaignRequest request) {
        if (request.beneficiaryId() == null) {
            if (request.story() == null) {
                throw FieldProblem.at("/story", "required");
            }
            return null;
        }
        if (request.story() != null) {
            throw FieldProblem.at("/story", "story-comes-from-case");
        }
        var facts =
                requirePublishable(beneficiaries.hold(request.beneficiaryId()).orElse(null));
        return facts.districtCode();
    }

    private BeneficiaryFacts requirePublishable(@Nullable BeneficiaryFacts facts) {
        if (facts == null || facts.districtCode() == null) {
            throw CampaignProblem.BENEFICIARY_NOT_KNOWN_YET.refused();
        }
        caller.reach(facts.districtCode());
        if (facts.exited()) {
            throw CampaignProblem.BENEFICIARY_EXITED.refused();
        }
        if (facts.refusesPublication()) {
            throw CampaignProblem.PUBLICATION_CONSENT_MISSING.refused();
        }
        if (facts.alias() == null || facts.publicStory() == null) {
            throw CampaignProblem.NO_APPROVED_STORY.refused();
        }
        return facts;
    }

    private PermitTerms permit(UUID id) {
        return permits.terms(id).orElseThrow();
    }

    private static void requireCovered(PermitTerms permit, LocalDate day, @Nullable String districtCode) {
        if (!permit.covers(day)) {
            throw CampaignProblem.OUTSIDE_PERMIT_DATES.refused();
        }
        if (districtCode != null && !permit.covers(districtCode)) {
            throw CampaignProblem.OUTSIDE_PERMIT_AREAS.refused();
        }
    }
}
