package id.berdikari.beneficiary.identity;

public enum Sex {
    FEMALE,
    MALE
}
