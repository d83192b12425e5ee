package id.berdikari.acceptance;

/** Somebody who acts in a story: a role, and what they are called. */
record Person(String role, String name) {

    /** The first, second, ... who holds a role. */
    static Person of(String role, int number) {
        return new Person(role, role + "-" + number);
    }
}
