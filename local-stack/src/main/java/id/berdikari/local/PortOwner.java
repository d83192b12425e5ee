package id.berdikari.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out whether a port is free and, if not, who has it. */
final class PortOwner {
    private static final int SHOWN = 300;
    private static final String LISTENING = "0A";

    private PortOwner() {}

    static void requireFree(int port, String purpose) {
        if (!isFree(port)) {
            throw new LocalProblem("Port %d, for %s, is taken by %s. Stop that, or use other ports with --port-base N."
                    .formatted(port, purpose, find(port).orElse("a process of another user")));
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<String> find(int port) {
        try {
            var pid = Files.exists(Path.of("/proc/net/tcp")) ? fromProc(port) : fromLsof(port);
            return pid.map(PortOwner::describe);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> fromProc(int port) throws IOException {
        for (var table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            if (Files.notExists(Path.of(table))) {
                continue;
            }
            for (var line : Files.readAllLines(Path.of(table))) {
                var columns = List.of(line.strip().split("\\s+"));
                if (columns.get(1).endsWith(":%04X".formatted(port))
                        && columns.get(3).equals(LISTENING)) {
                    return holderOf("socket:[" + columns.get(9) + "]");
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Long> holderOf(String socket) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> holds(pid, socket))
                .findFirst();
    }

    private static boolean holds(long pid, String socket) {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return files.anyMatch(file -> {
                try {
                    return Files.readSymbolicLink(file).toString().equals(socket);
                } catch (IOException e) {
                    return false;
                }
            });
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Long> fromLsof(int port) throws IOException {
        var lsof = new ProcessBuilder("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-Fp").start();
        var output = new String(lsof.getInputStream().readAllBytes(), UTF_8);
        return output.lines()
                .filter(line -> line.startsWith("p"))
                .map(line -> Long.valueOf(line.substring(1)))
                .findFirst();
    }

    private static String describe(long pid) {
        var command = ProcessHandle.of(pid)
                .map(handle -> commandLine(handle).strip())
                .filter(line -> !line.isEmpty())
                .map(line -> " (" + (line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line) + ")")
                .orElse("");
        return "pid " + pid + command;
    }

    private static String commandLine(ProcessHandle handle) {
        try {
            var words = Files.readString(Path.of("/proc", Long.toString(handle.pid()), "cmdline"));
            return words.replace('\0', ' ');
        } catch (IOException e) {
            return handle.info().commandLine().or(() -> handle.info().command()).orElse("");
        }
    }
}
