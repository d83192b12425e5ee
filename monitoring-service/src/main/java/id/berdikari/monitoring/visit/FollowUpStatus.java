package id.berdikari.monitoring.visit;

enum FollowUpStatus {
    SCHEDULED,
    DUE,
    DONE
}
