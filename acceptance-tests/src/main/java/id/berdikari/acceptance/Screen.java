package id.berdikari.acceptance;

import java.io.PrintStream;

/** Where a story is shown, step by step. */
final class Screen implements StoryListener {
    private final PrintStream out;
    private int steps;

    Screen(PrintStream out) {
        this.out = out;
    }

    @Override
    public void done(Step step) {
        steps++;
        out.printf("%3d. %s %s%n     -> %s%n        %s%n", steps, step.who(), step.what(), step.outcome(), step.look());
    }

    /** Another story counts its own steps. */
    void begin() {
        steps = 0;
    }

    /** Steps that were done without being shown. */
    void count(int more) {
        steps += more;
    }

    int steps() {
        return steps;
    }

    void print(String format, Object... values) {
        out.printf(format + "%n", values);
    }
}
