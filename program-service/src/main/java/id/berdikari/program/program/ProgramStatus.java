package id.berdikari.program.program;

enum ProgramStatus {
    PROPOSED,
    FUNDING_REQUESTED,
    FUNDED,
    DECLINED,
    DELIVERED,
    ACKNOWLEDGED,
    COMPLETED,
    CANCELLED
}
