package id.berdikari.bench;

import java.time.Duration;

/** Work that can be done over and over. */
public interface Load {

    /** Gets ready for a run of this length; nobody measures this. */
    default void prepare(Duration length) throws Exception {}

    /**
     * Works for about this long.
     *
     * @return how many operations were done, all of them completely
     */
    long run(Duration length) throws Exception;

    /** Makes sure that what was counted was done; nobody measures this either. */
    default void verify(long operations) throws Exception {}
}
