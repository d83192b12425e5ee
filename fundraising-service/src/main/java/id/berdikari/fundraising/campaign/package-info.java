/** Campaigns: drafted by one fundraiser, published by another, open while permit, consent and last day allow it. */
@NullMarked
package id.berdikari.fundraising.campaign;

import org.jspecify.annotations.NullMarked;
