package lianxin.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.ConcurrentLruCache;

/** Phones people made their own. Each proves itself by signing every request with a key that cannot be taken off it (ECDSA, P-256, SHA-256). */
@Service
public class Phones {

    /** How far a request’s time may be from ours. */
    static final Duration SLACK = Duration.ofMinutes(10);

    private static final Duration SEEN_ANEW = Duration.ofHours(1);
    private static final int P256 = 256;
    private static final int SIGNATURE = 64;

    /** Keys as they were read: of every phone that comes, again and again. */
    private static final ConcurrentLruCache<ByteBuffer, AsymmetricKeyParameter> KEYS =
            new ConcurrentLruCache<>(20_000, Phones::read);

    private static final int LONGEST_NAME = 60;
    private static final String SELECT = "select id, account, name, key, since, seen_at, ended_at from signin.phone";

    private final JdbcClient sql;
    private final Porter porter;
    private final Clock clock;

    Phones(JdbcClient sql, Porter porter, Clock clock) {
        this.sql = sql;
        this.porter = porter;
        this.clock = clock;
    }

    /**
     * A phone.
     *
     * @param key its public key (SubjectPublicKeyInfo)
     * @param seenAt when it last came, to the hour
     * @param endedAt when its owner reported it lost or left it; null while it is good
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Phone(
            UUID id,
            UUID account,
            String name,
            byte[] key,
            Instant since,
            Instant seenAt,
            @Nullable Instant endedAt) {

        /** Whether it was reported lost, or left. */
        public boolean ended() {
            return endedAt != null;
        }
    }

    /** Makes a phone the account’s own. The same again changes nothing; refused when the key is not one of P-256, or the phone another’s. */
    @Transactional
    public void make(UUID id, UUID account, String name, byte[] key) {
        sound(key);
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var label = name.strip();
        int fresh = sql.sql("""
                insert into signin.phone (id, account, name, key, since, seen_at) values (:id, :account, :name, :key, :now, :now)
                on conflict (id) do nothing
                """)
                .param("id", id)
                .param("account", account)
                .param("name", label.substring(0, Math.min(label.length(), LONGEST_NAME)))
                .param("key", key)
                .param("now", now)
                .update();
        if (fresh == 1) {
            porter.tell(account, AtTheGate.What.PHONE_ADDED);
        } else if (find(id).filter(p -> p.account().equals(account) && Arrays.equals(p.key(), key))
                .isEmpty()) {
            throw SignInRefusal.PHONE_KEY.because();
        }
    }

    /** The phone that signed this request; refused with 401 when none did. */
    public static Phone by(HttpServletRequest request) {
        if (request.getAttribute(PhoneSignIn.PHONE) instanceof Phone phone) {
            return phone;
        }
        throw SignInRefusal.PHONE_UNKNOWN.because();
    }

    /** The phone, good or ended. */
    public Optional<Phone> find(UUID id) {
        return sql.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(Phone.class)
                .optional();
    }

    /** The phones of an account, the last seen first, those that ended last. */
    List<Phone> of(UUID account) {
        return sql.sql(SELECT + " where account = :account order by ended_at nulls first, seen_at desc")
                .param("account", account)
                .query(Phone.class)
                .list();
    }

    /** It was lost, or is another’s from now on: it gets nothing any more, and wipes itself when it next comes. Somebody else’s is left alone. */
    @Transactional
    public void end(UUID id, UUID account) {
        if (sql.sql(
                                "update signin.phone set ended_at = :now where id = :id and account = :account and ended_at is null")
                        .param("id", id)
                        .param("account", account)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1) {
            porter.tell(account, AtTheGate.What.PHONE_ENDED);
        }
    }

    /**
     * Whether {@code signature} (64 raw bytes) over the bytes whose SHA-256 is {@code digest} is this phone’s. Bouncy Castle, with the key read once, answers
     * in an eighth of the time the JDK takes; nothing secret is computed with.
     */
    boolean signed(Phone phone, byte[] digest, byte[] signature) {
        if (signature.length != SIGNATURE) {
            return false;
        }
        var check = new ECDSASigner();
        check.init(false, KEYS.get(ByteBuffer.wrap(phone.key())));
        return check.verifySignature(
                digest,
                new BigInteger(1, signature, 0, SIGNATURE / 2),
                new BigInteger(1, signature, SIGNATURE / 2, SIGNATURE / 2));
    }

    /** Remembers, once an hour, that it came. */
    void seen(Phone phone) {
        var now = clock.instant();
        if (phone.seenAt().plus(SEEN_ANEW).isBefore(now)) {
            sql.sql("update signin.phone set seen_at = :now where id = :id")
                    .param("id", phone.id())
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    private static AsymmetricKeyParameter read(ByteBuffer encoded) {
        try {
            return PublicKeyFactory.createKey(encoded.array());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Refuses what is no key of P-256. */
    private static void sound(byte[] encoded) {
        try {
            var key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
            if (key instanceof ECPublicKey curve && curve.getParams().getOrder().bitLength() == P256) {
                return;
            }
        } catch (GeneralSecurityException e) {
            // said below
        }
        throw SignInRefusal.PHONE_KEY.because();
    }
}
