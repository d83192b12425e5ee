/** Tests of visits, findings and follow-ups. */
@NullMarked
package id.berdikari.monitoring.visit;

import org.jspecify.annotations.NullMarked;
