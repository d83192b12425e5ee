package id.berdikari.local.backup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.local.LocalProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFileTest {
    private static final byte[] SECRETS = new byte[128];
    private static final byte[] CONTENT = new byte[3_000_000];

    @TempDir
    private Path folder = Path.of("");

    private Path path = Path.of("");

    @BeforeEach
    void write() throws IOException {
        path = folder.resolve("suite.backup");
        new Random(1).nextBytes(CONTENT);
        new BackupFile(path, SECRETS).write(archive -> BackupFile.entry(archive, "rows", out -> out.write(CONTENT)));
    }

    @Test
    void givesBackWhatItWasGivenToWhoHoldsTheSecrets() throws IOException {
        var file = new BackupFile(path, SECRETS);

        file.verify();
        file.read(archive -> {
            assertEquals("rows", archive.getNextEntry().getName());
            assertArrayEquals(CONTENT, archive.readAllBytes());
        });
    }

    @Test
    void isItsOwnersAlone() throws IOException {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
        assertFalse(Files.exists(folder.resolve("suite.backup.part")));
    }

    @Test
    void refusesOtherSecrets() {
        var other = SECRETS.clone();
        other[127] = 1;

        assertRefused(other, "cannot be decrypted");
    }

    @Test
    void refusesAFlippedBit() throws IOException {
        var bytes = Files.readAllBytes(path);
        bytes[bytes.length - 1_000] ^= 4;
        Files.write(path, bytes);

        assertRefused(SECRETS, "damaged");
    }

    @Test
    void refusesAFileThatWasCutOffBetweenTwoSegments() throws IOException {
        Files.write(path, Arrays.copyOf(Files.readAllBytes(path), BackupFile.FORMAT.length + 2 * BackupFile.SEGMENT));

        assertRefused(SECRETS, "cut off");
    }

    @Test
    void refusesAnotherFormat() throws IOException {
        Files.writeString(path, "berdikari-backup 2\nanything");
        assertRefused(SECRETS, "does not know");

        Files.writeString(path, "PK");
        assertRefused(SECRETS, "is not a backup");
    }

    @Test
    void replacesNoOtherAndLeavesNoHalfFile() throws IOException {
        var size = Files.size(path);
        var taken = assertThrows(LocalProblem.class, () -> new BackupFile(path, SECRETS).write(archive -> {}));
        assertTrue(taken.toString().contains("exists already"));
        assertEquals(size, Files.size(path));

        var half = folder.resolve("half");
        assertThrows(
                IOException.class,
                () -> new BackupFile(half, SECRETS).write(archive -> {
                    throw new IOException("the disk is full");
                }));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    private void assertRefused(byte[] secrets, String why) {
        var refusal = assertThrows(LocalProblem.class, () -> new BackupFile(path, secrets).verify());
        assertTrue(refusal.toString().contains(why), refusal::toString);
    }
}
