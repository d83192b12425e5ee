package id.berdikari.local.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import id.berdikari.local.LocalProblem;
import id.berdikari.local.SuiteStores;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * One line that names the format, then a ZIP archive encrypted with AES-256-GCM in segments, so that nothing of it can be
 * read, changed, reordered or cut off without the key. The key derives from the secrets of the four services: a backup
 * can be read by exactly those who can read the sealed columns in it, and there is no further key to lose.
 */
final class BackupFile {
    static final byte[] FORMAT = "berdikari-backup 1\n".getBytes(UTF_8);
    private static final String FAMILY = "berdikari-backup ";
    static final int SEGMENT = 1 << 20;

    private final Path file;
    private final StreamingAead cipher;

    BackupFile(Path file, SuiteStores suite) {
        this(file, secrets(suite));
    }

    BackupFile(Path file, byte[] secrets) {
        this.file = file.toAbsolutePath();
        try {
            this.cipher = new AesGcmHkdfStreaming(secrets, "HmacSha256", 32, SEGMENT, 0);
        } catch (GeneralSecurityException unknownToThisJdk) {
            throw new IllegalStateException(unknownToThisJdk);
        }
    }

    private static byte[] secrets(SuiteStores suite) {
        var all = new ByteArrayOutputStream();
        suite.stores().forEach(store -> all.writeBytes(store.secret()));
        return all.toByteArray();
    }

    /** Reads or writes entries one after the other. */
    interface Work<T> {
        void with(T archive) throws IOException;
    }

    /** Writes beside the file and renames it once it is whole; never over another. */
    void write(Work<ZipOutputStream> work) throws IOException {
        if (Files.exists(file)) {
            throw new LocalProblem(file + " exists already. A backup never replaces another.");
        }
        var part = Path.of(file + ".part");
        var owned = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            Files.deleteIfExists(part);
            Files.createFile(part, owned);
        } catch (NoSuchFileException | FileAlreadyExistsException e) {
            throw new LocalProblem(part + " cannot be written", e);
        }
        try {
            try (var out = Files.newOutputStream(part)) {
                out.write(FORMAT);
                try (var archive = new ZipOutputStream(encrypting(out))) {
                    archive.setLevel(Deflater.BEST_SPEED);
                    work.with(archive);
                }
            }
            try (var written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Reads from the start; what is read is genuine, but only {@link #verify} says that nothing is missing. */
    void read(Work<ZipInputStream> work) throws IOException {
        try (var in = new BufferedInputStream(open())) {
            requireFormat(in);
            try (var archive = new ZipInputStream(decrypting(in))) {
                work.with(archive);
            }
        }
    }

    /** Reads everything to the very end, and refuses a file that is damaged, cut off or encrypted with another key. */
    void verify() throws IOException {
        try (var in = new BufferedInputStream(open())) {
            requireFormat(in);
            var decrypted = decrypting(in);
            requireReadable(decrypted);
            try {
                decrypted.transferTo(OutputStream.nullOutputStream());
            } catch (IOException damaged) {
                throw new LocalProblem(file + " is damaged or cut off. Nothing was changed.", damaged);
            }
        }
    }

    long size() throws IOException {
        return Files.size(file);
    }

    static void entry(ZipOutputStream archive, String name, Work<OutputStream> work) throws IOException {
        archive.putNextEntry(new ZipEntry(name));
        var buffered = new BufferedOutputStream(archive, 1 << 16);
        work.with(buffered);
        buffered.flush();
        archive.closeEntry();
    }

    private void requireReadable(InputStream decrypted) {
        try {
            decrypted.read();
        } catch (IOException unreadable) {
            throw new LocalProblem(
                    file + " cannot be decrypted with the secrets of this suite, or its beginning is damaged."
                            + " Nothing was changed.",
                    unreadable);
        }
    }

    private InputStream open() throws IOException {
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException missing) {
            throw new LocalProblem("There is no file " + file, missing);
        }
    }

    private void requireFormat(InputStream in) throws IOException {
        var start = in.readNBytes(FORMAT.length);
        if (Arrays.equals(start, FORMAT)) {
            return;
        }
        var isOther = new String(start, UTF_8).startsWith(FAMILY);
        throw new LocalProblem(file
                + (isOther
                        ? " has a format that this version does not know. Use the version that made it."
                        : " is not a backup of Berdikari."));
    }

    private OutputStream encrypting(OutputStream out) throws IOException {
        try {
            return cipher.newEncryptingStream(out, FORMAT);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private InputStream decrypting(InputStream in) throws IOException {
        try {
            return cipher.newDecryptingStream(in, FORMAT);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
