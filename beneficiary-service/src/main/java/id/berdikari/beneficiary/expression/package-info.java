/** Rules that people write as CEL expressions: checked when they are saved, bounded when they are evaluated. */
@NullMarked
package id.berdikari.beneficiary.expression;

import org.jspecify.annotations.NullMarked;
