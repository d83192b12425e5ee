package id.berdikari.local.population;

/** As the register codes it. */
public enum Sex {
    FEMALE,
    MALE
}
