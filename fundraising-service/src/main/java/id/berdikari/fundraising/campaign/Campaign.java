package id.berdikari.fundraising.campaign;

import id.berdikari.event.EventMoney;
import id.berdikari.event.FundraisingEvent.CampaignClosed;
import id.berdikari.event.FundraisingEvent.CampaignPublished;
import id.berdikari.event.FundraisingEvent.ClosingCause;
import id.berdikari.kit.security.FourEyes;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Entity
class Campaign {

    @Schema(name = "CampaignStatus")
    enum Status {
        DRAFT,
        PUBLISHED,
        ENDED,
        CLOSED,
        WITHDRAWN
    }

    @Id
    private UUID id;

    @Embedded
    private CampaignTerms terms;

    @Enumerated(EnumType.STRING)
    private Status status;

    /** Who wrote it: its author and all who edited the draft. None of them publishes it. */
    private List<String> makers;

    private @Nullable String publishedBy;
    private @Nullable LocalDate publishedOn;
    private @Nullable LocalDate closedOn;
    private Instant recordedAt;

    @Version
    private long version;

    protected Campaign() {}

    Campaign(UUID id, CampaignTerms terms, String author, Instant recordedAt) {
        this.id = id;
        this.terms = terms;
        this.status = Status.DRAFT;
        this.makers = List.of(author);
        this.recordedAt = recordedAt;
    }

    void edit(CampaignTerms changed, String editor) {
        requireDraft();
        terms = changed;
        if (!makers.contains(editor)) {
            var all = new ArrayList<>(makers);
            all.add(editor);
            makers = all;
        }
    }

    CampaignPublished publish(String publisher, LocalDate today) {
        requireDraft();
        FourEyes.require(publisher, makers);
        if (terms.endsOn().isBefore(today)) {
            throw CampaignProblem.CAMPAIGN_ENDED.refused();
        }
        status = Status.PUBLISHED;
        publishedBy = publisher;
        publishedOn = today;
        return new CampaignPublished(
                id,
                terms.beneficiaryId(),
                terms.programType(),
                terms.districtCode(),
                EventMoney.rupiah(terms.target().amount()),
                today,
                terms.endsOn());
    }

    CampaignClosed close(ClosingCause cause, LocalDate today) {
        if (status != Status.PUBLISHED) {
            throw CampaignProblem.CAMPAIGN_NOT_PUBLISHED.refused();
        }
        status = switch (cause) {
            case ENDED -> Status.ENDED;
            case WITHDRAWN -> Status.WITHDRAWN;
            case CLOSED -> Status.CLOSED;
        };
        closedOn = today;
        return new CampaignClosed(id, terms.beneficiaryId(), cause, today);
    }

    /** Money may still have been given to an ended or closed campaign; its page goes with the consent all the same. */
    void hide() {
        if (status == Status.ENDED || status == Status.CLOSED) {
            status = Status.WITHDRAWN;
        }
    }

    void requireAccepting(LocalDate today) {
        switch (status(today)) {
            case PUBLISHED -> {
                // Open.
            }
            case DRAFT -> throw CampaignProblem.CAMPAIGN_NOT_PUBLISHED.refused();
            case ENDED, CLOSED -> throw CampaignProblem.CAMPAIGN_ENDED.refused();
            case WITHDRAWN -> throw CampaignProblem.CAMPAIGN_WITHDRAWN.refused();
        }
    }

    /** The last day counts at once, whether or not the nightly closing has run. */
    Status status(LocalDate today) {
        return status == Status.PUBLISHED && today.isAfter(terms.endsOn()) ? Status.ENDED : status;
    }

    private void requireDraft() {
        if (status != Status.DRAFT) {
            throw CampaignProblem.CAMPAIGN_NOT_A_DRAFT.refused();
        }
    }

    UUID id() {
        return id;
    }

    CampaignTerms terms() {
        return terms;
    }

    List<String> makers() {
        return List.copyOf(makers);
    }

    @Nullable
    String publishedBy() {
        return publishedBy;
    }

    @Nullable
    LocalDate publishedOn() {
        return publishedOn;
    }

    @Nullable
    LocalDate closedOn() {
        return closedOn;
    }

    long version() {
        return version;
    }
}
