/** Looks at help after it was given: visits, what they find, and the follow-ups to come. */
@NullMarked
package id.berdikari.monitoring.visit;

import org.jspecify.annotations.NullMarked;
