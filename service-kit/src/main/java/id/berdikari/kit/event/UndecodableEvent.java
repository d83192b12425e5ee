package id.berdikari.kit.event;

/** A record that is not an event of the agreed form. Its message names the defect, never the content. */
public final class UndecodableEvent extends RuntimeException {

    /**
     * Names the defect.
     *
     * @param defect what is wrong, without the content
     */
    public UndecodableEvent(String defect) {
        super(defect);
    }
}
