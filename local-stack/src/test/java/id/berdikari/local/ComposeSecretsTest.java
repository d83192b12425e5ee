package id.berdikari.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeSecretsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void fileIsForItsOwnerAndHoldsNoValueTwice() throws Exception {
        var file = ComposeSecrets.file(folder);

        ComposeSecrets.write(file);

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        var values = Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("BERDIKARI_"))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .toList();
        assertEquals(values.size(), new HashSet<>(values).size());
        values.forEach(value -> assertTrue(value.matches("[A-Za-z0-9+/=_-]{24,}"), value));
    }

    @Test
    void readsWhatWasWritten() {
        var file = ComposeSecrets.file(folder);

        var written = ComposeSecrets.write(file);

        var read = ComposeSecrets.read(file);
        assertEquals(written.operatorClientSecret(), read.operatorClientSecret());
        assertEquals(written.midtransServerKey(), read.midtransServerKey());
    }

    @Test
    void everySuiteGetsItsOwn() {
        var one = ComposeSecrets.write(folder.resolve("one"));
        var other = ComposeSecrets.write(folder.resolve("other"));

        assertNotEquals(one.operatorClientSecret(), other.operatorClientSecret());
    }

    @Test
    void existingFileStaysAsItIs() throws Exception {
        var file = ComposeSecrets.file(folder);
        Files.writeString(file, "BERDIKARI_MIDTRANS_SERVER_KEY=kept\n");

        var problem = assertThrows(LocalProblem.class, () -> ComposeSecrets.write(file));

        assertTrue(String.valueOf(problem.getMessage()).contains("stays as it is"));
        assertEquals("kept", ComposeSecrets.read(file).midtransServerKey());
    }

    @Test
    void missingFileNamesTheCommandThatWritesIt() {
        var problem = assertThrows(LocalProblem.class, () -> ComposeSecrets.read(ComposeSecrets.file(folder)));

        assertTrue(String.valueOf(problem.getMessage()).contains("./berdikari secrets"));
    }
}
