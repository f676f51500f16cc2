package lianxin.phone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import lianxin.platform.Ids;
import lianxin.vault.Cell;
import lianxin.vault.Cells;
import lianxin.vault.Field;
import lianxin.vault.Shape;
import lianxin.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The key to which phones seal what waits on them, so that neither a forgotten PIN nor a successor loses a word: ECDH over P-256, HKDF-SHA-256, AES-256-GCM.
 * Its private half lies in the vault.
 */
@Service
class Escrow implements Cells {

    private static final Field FIELD = new Field("phone.escrow", "sealed", Shape.TEXT);
    private static final int POINT = 65;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY = 32;
    private static final byte[] INFO = "lianxin-outbox".getBytes(UTF_8);

    private final JdbcClient sql;
    private final Vault vault;
    private final Clock clock;
    private volatile List<Kept> keys = List.of();
    private final Map<UUID, PrivateKey> opened = new ConcurrentHashMap<>();

    Escrow(JdbcClient sql, Vault vault, Clock clock) {
        this.sql = sql;
        this.vault = vault;
        this.clock = clock;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Kept(UUID id, byte[] open, byte[] sealed) {}

    /** The public half (SubjectPublicKeyInfo), made when it is first asked for. */
    @Transactional
    public byte[] open() {
        return newest().map(Kept::open).orElseGet(this::make);
    }

    /** What was sealed for the item of that name; empty when it was not sealed for us, or for another item. */
    Optional<String> unseal(UUID item, String sealed) {
        return unseal(keys(), item, sealed).or(() -> {
            keys = all(); // another house may have made one since
            return unseal(keys, item, sealed);
        });
    }

    private Optional<String> unseal(List<Kept> those, UUID item, String sealed) {
        return those.stream()
                .map(kept -> unseal(kept, item, sealed))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> unseal(Kept kept, UUID item, String sealed) {
        try {
            var bytes = Base64.getDecoder().decode(sealed);
            if (bytes.length < POINT + NONCE || bytes[0] != 4) {
                return Optional.empty();
            }
            var agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(secret(kept));
            agreement.doPhase(
                    KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point(bytes), curve())), true);
            var key = KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(agreement.generateSecret())
                                    .thenExpand(INFO, KEY));
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    key,
                    new GCMParameterSpec(TAG_BITS, Arrays.copyOfRange(bytes, POINT, POINT + NONCE)));
            cipher.updateAAD(item.toString().getBytes(UTF_8));
            return Optional.of(new String(cipher.doFinal(bytes, POINT + NONCE, bytes.length - POINT - NONCE), UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Opened once: an item is unsealed with each visit. */
    private PrivateKey secret(Kept kept) throws GeneralSecurityException {
        var known = opened.get(kept.id());
        if (known == null) {
            known = read(kept);
            opened.put(kept.id(), known);
        }
        return known;
    }

    private PrivateKey read(Kept kept) throws GeneralSecurityException {
        var encoded = Base64.getDecoder().decode(vault.open(FIELD, kept.id(), kept.sealed()));
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    private static ECPoint point(byte[] bytes) {
        var half = (POINT - 1) / 2;
        return new ECPoint(
                new BigInteger(1, Arrays.copyOfRange(bytes, 1, 1 + half)),
                new BigInteger(1, Arrays.copyOfRange(bytes, 1 + half, POINT)));
    }

    private static ECParameterSpec curve() throws GeneralSecurityException {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    private byte[] make() {
        try {
            var maker = KeyPairGenerator.getInstance("EC");
            maker.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = maker.generateKeyPair();
            var id = Ids.next();
            var cell = vault.seal(
                    FIELD,
                    id,
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
            sql.sql(
                            "insert into phone.escrow (id, open, sealed, key, made_at) values (:id, :open, :sealed, :key, :now)")
                    .param("id", id)
                    .param("open", pair.getPublic().getEncoded())
                    .param("sealed", cell.sealed())
                    .param("key", cell.key())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            return pair.getPublic().getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those there are, as last read. */
    private List<Kept> keys() {
        var known = keys;
        if (known.isEmpty()) {
            known = all();
            keys = known;
        }
        return known;
    }

    private Optional<Kept> newest() {
        return all().stream().findFirst();
    }

    private List<Kept> all() {
        return sql.sql("select id, open, sealed from phone.escrow order by made_at desc")
                .query(Kept.class)
                .list();
    }

    @Override
    public Field field() {
        return FIELD;
    }

    @Override
    public List<Old> sealedWith(List<Integer> keys, int limit) {
        return sql.sql(
                        "select id as row, sealed from phone.escrow where key = any(:keys) limit :limit for update skip locked")
                .param("keys", keys.toArray(Integer[]::new))
                .param("limit", limit)
                .query(Old.class)
                .list();
    }

    @Override
    public void replace(List<Cell> cells) {
        cells.forEach(cell -> sql.sql("update phone.escrow set sealed = :sealed, key = :key where id = :id")
                .param("id", cell.row())
                .param("sealed", cell.sealed())
                .param("key", cell.key())
                .update());
    }

    @Override
    public long under(int key) {
        return sql.sql("select count(*) from phone.escrow where key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }
}
