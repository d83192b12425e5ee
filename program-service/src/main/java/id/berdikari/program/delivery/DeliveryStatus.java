package id.berdikari.program.delivery;

enum DeliveryStatus {
    DELIVERED,
    ACKNOWLEDGED
}
