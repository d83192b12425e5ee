package id.berdikari.beneficiary.imports;

/** A file that cannot be read on from here; says why and where, never what stands there. */
final class UnreadableFile extends RuntimeException {

    private final String rule;
    private final long line;

    UnreadableFile(String rule, long line) {
        super(rule + " in line " + line);
        this.rule = rule;
        this.line = line;
    }

    String rule() {
        return rule;
    }

    long line() {
        return line;
    }
}
