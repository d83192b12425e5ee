/** Keeps a copy of whom each programme helps and since when, as far as monitoring needs it. */
@NullMarked
package id.berdikari.monitoring.program;

import org.jspecify.annotations.NullMarked;
