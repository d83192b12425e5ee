package id.berdikari.program.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** What shows the hand-over: a note, and the number of the signed hand-over document where there is one. */
@Embeddable
record Proof(
        @Column(name = "proof_note") String note,
        @Column(name = "proof_document_number") @Nullable String documentNumber) {}
