package lianxin.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * The key of keys in a file, in two halves, each sealed under the passphrase of one custodian (Argon2id, AES-256-GCM). One custodian alone has a
 * random number.
 *
 * @param file holds two lines: salt and sealed half, in Base64
 * @param passphrases two files, each in the hands of one custodian
 */
record Custody(Path file, List<Path> passphrases) {

    private static final int SALT = 16;
    private static final int MEMORY_KIB = 1 << 16;
    private static final int ROUNDS = 3;
    private static final int WORDS = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    boolean exists() {
        return Files.exists(file);
    }

    /** The key; refused when the file or a passphrase is missing or wrong. */
    FileKey open() {
        var lines = read(file).lines().toList();
        if (lines.size() != 2) {
            throw new Locked("key-file", file);
        }
        return FileKey.of(half(lines.get(0), 0), half(lines.get(1), 1));
    }

    private byte[] half(String line, int custodian) {
        var blob = Base64.getDecoder().decode(line);
        try {
            return new FileKey(stretched(read(passphrases.get(custodian)).strip(), Arrays.copyOf(blob, SALT)))
                    .unwrap(Arrays.copyOfRange(blob, SALT, blob.length), "half " + custodian);
        } catch (Locked e) {
            throw e.reason().equals("does-not-open") ? new Locked("passphrase", passphrases.get(custodian), file) : e;
        }
    }

    /** A new key; passphrases that are not there yet are made. */
    FileKey make() {
        var key = FileKey.random();
        var shares = key.shares();
        var lines = new StringBuilder();
        for (var custodian = 0; custodian < shares.length; custodian++) {
            var passphrase = passphrases.get(custodian);
            if (Files.notExists(passphrase)) {
                write(passphrase, random(WORDS) + "\n");
            }
            var salt = new byte[SALT];
            RANDOM.nextBytes(salt);
            var sealed =
                    new FileKey(stretched(read(passphrase).strip(), salt)).wrap(shares[custodian], "half " + custodian);
            var blob = Arrays.copyOf(salt, SALT + sealed.length);
            System.arraycopy(sealed, 0, blob, SALT, sealed.length);
            lines.append(Base64.getEncoder().encodeToString(blob)).append('\n');
        }
        write(file, lines.toString());
        return key;
    }

    private static byte[] stretched(String passphrase, byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(salt)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(ROUNDS)
                .withParallelism(1)
                .build());
        var key = new byte[FileKey.SIZE];
        generator.generateBytes(passphrase.getBytes(StandardCharsets.UTF_8), key);
        return key;
    }

    private static String random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Locked("key-file", file);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(StandardCharsets.UTF_8.encode(text));
                channel.force(true); // before anything is sealed under it
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
