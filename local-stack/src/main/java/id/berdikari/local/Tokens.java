package id.berdikari.local;

/** Where tokens that a suite accepts come from. */
public interface Tokens {
    String issue(TokenHolder holder);
}
