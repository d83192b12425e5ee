package id.berdikari.acceptance;

/** Somebody who acts in a story: a role, and the subject of their token. */
record Person(String role, String subject) {

    /** The first, second, ... who holds a role. */
    static Person of(String role, int number) {
        return new Person(role, role + "-" + number);
    }
}
