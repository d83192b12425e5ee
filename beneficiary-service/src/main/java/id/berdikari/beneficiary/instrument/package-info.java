/** Questionnaires as data: versioned, bilingual, with rules and scorecards; decides whether answers fit the version used. */
@NullMarked
package id.berdikari.beneficiary.instrument;

import org.jspecify.annotations.NullMarked;
