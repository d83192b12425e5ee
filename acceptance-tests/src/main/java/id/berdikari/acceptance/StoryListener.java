package id.berdikari.acceptance;

/** Hears a story step by step, while it happens. */
interface StoryListener {

    /**
     * One step that was done.
     *
     * @param who the person's subject, or the public, a donor, the gateway, the suite
     * @param what they did
     * @param outcome what came of it
     * @param look where to see it
     */
    record Step(String who, String what, String outcome, String look) {}

    void done(Step step);
}
