package id.berdikari.monitoring.beneficiary;

import java.util.UUID;

/** An approved person, by the case that they came from and their kecamatan. */
public record KnownBeneficiary(UUID id, UUID caseId, String districtCode) {}
