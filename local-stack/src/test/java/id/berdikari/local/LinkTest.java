package id.berdikari.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkTest {
    private ServerSocket echo;
    private Link link;
    private int port;

    LinkTest() throws IOException {
        echo = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        port = freePort();
        link = Link.from(port, echo.getLocalPort());
    }

    @BeforeEach
    void answer() {
        Thread.ofVirtual().start(() -> {
            while (!echo.isClosed()) {
                try {
                    var caller = echo.accept();
                    Thread.ofVirtual().start(() -> repeat(caller));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        echo.close();
    }

    @Test
    void whatIsSentWhileTheCableIsOutArrivesOnceItIsBack() throws Exception {
        try (var before = connect()) {
            assertEquals('a', answerTo(before, 'a'));

            link.cut();
            assertThrows(SocketTimeoutException.class, () -> answerTo(before, 'b'));
            try (var during = connect()) {
                assertThrows(SocketTimeoutException.class, () -> answerTo(during, 'c'));

                link.heal();
                assertEquals('b', before.getInputStream().read());
                assertEquals('c', during.getInputStream().read());
            }
        }
    }

    @Test
    void aResetBreaksWhatIsOpenAndNothingElse() throws Exception {
        try (var before = connect()) {
            assertEquals('a', answerTo(before, 'a'));

            link.reset();

            assertThrows(SocketException.class, () -> answerTo(before, 'b'));
        }
        try (var after = connect()) {
            assertEquals('c', answerTo(after, 'c'));
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(400);
        return socket;
    }

    private static int answerTo(Socket socket, int question) throws IOException {
        socket.getOutputStream().write(question);
        return socket.getInputStream().read();
    }

    private static void repeat(Socket caller) {
        try (caller) {
            caller.getInputStream().transferTo(caller.getOutputStream());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
