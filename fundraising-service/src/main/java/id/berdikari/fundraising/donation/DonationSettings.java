package id.berdikari.fundraising.donation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "berdikari.donation")
interface DonationSettings {

    /** The least that may be given, in rupiah; below it the gateway's fee would eat the gift. */
    @WithDefault("1000.00")
    String minimum();
}
