package id.berdikari.beneficiary.instrument;

import java.util.List;
import java.util.Map;

/**
 * Answers that fit an instrument, apart by what they may reveal.
 *
 * @param coded numbers, dates, choices and ticks by question: numbers as Long, decimals and dates as text
 * @param texts free text by question, which may name people
 * @param scores what each scorecard says
 */
public record Answers(Map<String, Object> coded, Map<String, String> texts, List<Score> scores) {}
