package id.berdikari.fundraising.beneficiary;

/** A feature that acts when something becomes known about a beneficiary, in the transaction that makes it known. */
public interface BeneficiaryFollower {

    void follow(BeneficiaryFacts facts);
}
