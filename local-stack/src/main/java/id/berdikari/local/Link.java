package id.berdikari.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A cable to a server on this machine that can be pulled out and put back. While it is out nothing gets through and
 * nothing is refused or reset; what was sent meanwhile arrives once it is back, as TCP would see to.
 */
public final class Link implements AutoCloseable {
    private static final int BUFFER = 16_384;

    private final ServerSocket listener;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private boolean isCut;

    private Link(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    /** Listens on one port and forwards to another. */
    static Link from(int port, int target) {
        try {
            var link = new Link(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()), target);
            Thread.ofVirtual().start(link::accept);
            return link;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pulls the cable. */
    public synchronized void cut() {
        isCut = true;
    }

    /** Puts it back. */
    public synchronized void heal() {
        isCut = false;
        notifyAll();
    }

    /** Breaks all connections at once, as a restarted router does; new ones are accepted. */
    public void reset() {
        sockets.forEach(Link::breakOff);
    }

    @Override
    public void close() {
        heal();
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reset();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var near = listener.accept();
                Thread.ofVirtual().start(() -> connect(near));
            } catch (IOException closed) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(closed);
                }
            }
        }
    }

    private void connect(Socket near) {
        awaitCable();
        try (near;
                var far = new Socket(InetAddress.getLoopbackAddress(), target)) {
            sockets.add(near);
            sockets.add(far);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            var requests = Thread.ofVirtual().start(() -> carry(near, far));
            carry(far, near);
            requests.join();
            sockets.remove(far);
        } catch (IOException refused) {
            breakOff(near);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts this thread", e);
        } finally {
            sockets.remove(near);
        }
    }

    private void carry(Socket from, Socket to) {
        var buffer = new byte[BUFFER];
        try {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                awaitCable();
                out.write(buffer, 0, count);
            }
            awaitCable();
            to.shutdownOutput();
        } catch (IOException broken) {
            awaitCable();
            breakOff(from);
            breakOff(to);
        }
    }

    private synchronized void awaitCable() {
        while (isCut) {
            try {
                wait();
            } catch (InterruptedException e) {
                throw new IllegalStateException("Nobody interrupts this thread", e);
            }
        }
    }

    private static void breakOff(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException closed) {
            // It is closed already, which is all that was wanted.
        }
    }
}
