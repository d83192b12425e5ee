/** Amounts of rupiah, exact to the cent. */
@NullMarked
package id.berdikari.kit.money;

import org.jspecify.annotations.NullMarked;
