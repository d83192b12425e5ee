package id.berdikari.fundraising.payment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import id.berdikari.fundraising.donation.PaymentState;
import id.berdikari.kit.money.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An HTTP notification of Midtrans, as it is documented. It grows fields as it likes; we read what we need. */
@JsonIgnoreProperties(ignoreUnknown = true)
record MidtransNotification(
        @NotBlank @Size(max = 50) @JsonProperty("order_id") @Schema(examples = "01978f3e-5b2a-7c3d-8e4f-5a6b7c8d9e16")
        String orderId,

        @NotBlank @Size(max = 10) @JsonProperty("status_code") @Schema(examples = "200")
        String statusCode,

        @NotBlank @Size(max = 30) @JsonProperty("gross_amount") @Schema(examples = "100000.00")
        String grossAmount,

        @NotBlank
        @Size(max = 200)
        @JsonProperty("signature_key")
        @Schema(
                description = "Hexadecimal SHA-512 of order_id, status_code, gross_amount and the server key",
                examples =
                        "edc076b21793ebe3e17926350f5b8ae67d902fe657b3d0aa31b932d5c127e2375d308a2bc94f3265ac2d80a1f181a79b997ac178a236fcff35af263fc4d4c231")
        String signatureKey,

        @NotBlank @Size(max = 40) @JsonProperty("transaction_status") @Schema(examples = "settlement")
        String transactionStatus,

        @Nullable @Size(max = 40) @JsonProperty("fraud_status") @Schema(examples = "accept", nullable = true)
        String fraudStatus,

        @Nullable
        @Size(max = 100)
        @JsonProperty("transaction_id")
        @Schema(examples = "57d5293c-e65f-4a29-95e4-5959c3fa335b")
        String transactionId,

        @Nullable @Size(max = 40) @JsonProperty("payment_type") @Schema(examples = "bank_transfer", nullable = true)
        String paymentType,

        @Nullable @Size(max = 10) @JsonProperty("currency") @Schema(examples = "IDR", nullable = true)
        String currency) {

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,2})?");
    private static final String SUCCESS = "200";
    private static final String ACCEPTED = "accept";

    /** Our word for what it says; empty for a status that we do not know, or a success that contradicts itself. */
    Optional<PaymentState> state() {
        return Optional.ofNullable(
                switch (transactionStatus) {
                    case "authorize" -> PaymentState.AUTHORISED;
                    case "pending" -> PaymentState.PENDING;
                    case "capture" -> successful(PaymentState.CAPTURED);
                    case "settlement" -> successful(PaymentState.SETTLED);
                    case "deny" -> PaymentState.DENIED;
                    case "cancel" -> PaymentState.CANCELLED;
                    case "expire" -> PaymentState.EXPIRED;
                    case "failure" -> PaymentState.FAILED;
                    case "refund", "partial_refund", "chargeback", "partial_chargeback" -> PaymentState.REVERSED;
                    default -> null;
                });
    }

    /** The amount, if it is one in rupiah. */
    @Nullable
    Money amount() {
        if ((currency != null && !currency.equals("IDR"))
                || !AMOUNT.matcher(grossAmount).matches()) {
            return null;
        }
        return Money.rupiah(grossAmount);
    }

    private @Nullable PaymentState successful(PaymentState state) {
        if ("challenge".equals(fraudStatus)) {
            return PaymentState.CHALLENGED;
        }
        return SUCCESS.equals(statusCode) && (fraudStatus == null || fraudStatus.equals(ACCEPTED)) ? state : null;
    }
}
