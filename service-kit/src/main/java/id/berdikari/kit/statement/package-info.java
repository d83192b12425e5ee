/** Several writes in one SQL statement, for paths where each round trip counts. */
@NullMarked
package id.berdikari.kit.statement;

import org.jspecify.annotations.NullMarked;
