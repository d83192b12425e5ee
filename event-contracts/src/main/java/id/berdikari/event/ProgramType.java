package id.berdikari.event;

/** The kinds of help that a case can need and a programme can give. */
public enum ProgramType {
    /** Modal usaha: capital for a small business. */
    BUSINESS_CAPITAL,
    /** Jaminan kesehatan: contributions to the national health insurance. */
    HEALTH_INSURANCE,
    /** Alat bantu gerak: walking aids, wheelchairs, prostheses. */
    MOBILITY_AID,
    /** Bedah rumah: making a house fit to live in. */
    HOUSE_RENOVATION,
    /** Berbagi beras: rice and staple food. */
    RICE_SHARING,
    /** Bakti sosial: a social service that fits no other kind. */
    SOCIAL_SERVICE
}
