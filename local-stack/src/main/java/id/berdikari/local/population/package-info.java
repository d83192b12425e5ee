/** Makes up people who could live somewhere, always the same ones for a seed: for the stories, the demo and the benchmarks. */
@NullMarked
package id.berdikari.local.population;

import org.jspecify.annotations.NullMarked;
