/** Who did what, when and why: appended with the change, chained and anchored outside the database. */
@NullMarked
package id.berdikari.kit.audit;

import org.jspecify.annotations.NullMarked;
