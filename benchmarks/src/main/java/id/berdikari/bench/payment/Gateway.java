package id.berdikari.bench.payment;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * One kept connection of the payment gateway. It shares the cores with what it measures, so it speaks just enough HTTP by
 * itself: a general client would take three times the CPU.
 */
public final class Gateway implements AutoCloseable {

    private static final String STATUS_LINE = "HTTP/1.1 200 ";
    private static final String LENGTH = "content-length: ";

    private final Socket socket;
    private final InputStream answers;
    private final String serverKey;
    private final MessageDigest digest;
    private final byte[] line = new byte[512];

    public Gateway(int port, String serverKey) throws IOException, NoSuchAlgorithmException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        this.socket.setTcpNoDelay(true);
        this.answers = new BufferedInputStream(socket.getInputStream());
        this.serverKey = serverKey;
        this.digest = MessageDigest.getInstance("SHA-512");
    }

    /** Tells that a donation was paid and waits for the answer. */
    public void settle(String donation) throws IOException {
        var signed = donation + "200" + PendingDonations.AMOUNT + serverKey;
        var signature = HexFormat.of().formatHex(digest.digest(signed.getBytes(StandardCharsets.US_ASCII)));
        var body =
                "{\"transaction_status\":\"settlement\",\"status_code\":\"200\",\"fraud_status\":\"accept\",\"currency\":\"IDR\","
                        + "\"payment_type\":\"bank_transfer\",\"transaction_id\":\"57d5293c-e65f-4a29-95e4-5959c3fa335b\",\"order_id\":\""
                        + donation + "\",\"gross_amount\":\"" + PendingDonations.AMOUNT + "\",\"signature_key\":\""
                        + signature + "\"}";
        var request =
                "POST /api/v1/payment-notifications/midtrans HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        var answer = answer();
        if (!answer.contains("\"APPLIED\"")) {
            throw new IOException("The notification for " + donation + " was answered " + answer);
        }
    }

    private String answer() throws IOException {
        var status = readLine();
        var length = 0;
        for (var header = readLine(); !header.isEmpty(); header = readLine()) {
            if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
        }
        var body = new String(answers.readNBytes(length), StandardCharsets.UTF_8);
        return status.startsWith(STATUS_LINE) ? body : status.toLowerCase(Locale.ROOT) + " " + body;
    }

    private String readLine() throws IOException {
        for (var end = 0; end < line.length; end++) {
            var read = answers.read();
            if (read < 0) {
                throw new EOFException("The service closed the connection");
            }
            line[end] = (byte) read;
            if (read == '\n') {
                return new String(line, 0, end - 1, StandardCharsets.US_ASCII);
            }
        }
        throw new IOException("A header is longer than " + line.length);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
