package id.berdikari.bench;

import java.time.Duration;

/**
 * How long variants are run.
 *
 * @param warmUp of each variant, before anything counts
 * @param round of each variant, measured
 * @param rounds how often the variants take turns
 */
public record Pace(Duration warmUp, Duration round, int rounds) {}
