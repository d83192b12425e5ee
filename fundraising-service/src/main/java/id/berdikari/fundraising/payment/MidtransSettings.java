package id.berdikari.fundraising.payment;

import io.smallrye.config.ConfigMapping;

@ConfigMapping(prefix = "berdikari.midtrans")
interface MidtransSettings {

    /** The merchant's server key: what the gateway signs its notifications with. */
    String serverKey();
}
