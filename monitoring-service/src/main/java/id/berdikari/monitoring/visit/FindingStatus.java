package id.berdikari.monitoring.visit;

enum FindingStatus {
    OPEN,
    RESOLVED
}
