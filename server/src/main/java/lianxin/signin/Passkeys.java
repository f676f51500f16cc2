package lianxin.signin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lianxin.access.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Passkeys: the public halves of keys that never leave their devices, as Spring Security keeps and finds them. */
@Service
class Passkeys implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {

    private static final String SELECT = """
            select id, handle, public_key, signatures, attestation, client_data, transports, backup_able, backed_up, uv, label, made_at, used_at
              from signin.passkey
            """;

    private final JdbcClient sql;
    private final Accounts accounts;
    private final Porter porter;

    Passkeys(JdbcClient sql, Accounts accounts, Porter porter) {
        this.sql = sql;
        this.porter = porter;
        this.accounts = accounts;
    }

    List<Passkey> of(UUID account) {
        return sql.sql("""
                select p.id, p.label, p.made_at, p.used_at
                  from signin.passkey p
                  join signin.passkey_holder h on h.handle = p.handle
                 where h.account = :account
                 order by p.made_at
                """).param("account", account).query(Passkey.class).list();
    }

    @Transactional
    void forget(UUID account, String id) {
        int forgotten = sql.sql("""
                delete from signin.passkey
                 where id = :id and handle in (select h.handle from signin.passkey_holder h where h.account = :account)
                """).param("id", id).param("account", account).update();
        if (forgotten > 0) {
            porter.tell(account, AtTheGate.What.PASSKEY_FORGOTTEN);
        }
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return holder(handle)
                .map(account -> entity(handle, accounts.require(account).login()))
                .orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String login) {
        return accounts.byLogin(login)
                .flatMap(account -> sql.sql("select handle from signin.passkey_holder where account = :account")
                        .param("account", account.id())
                        .query(String.class)
                        .optional())
                .map(handle -> entity(Bytes.fromBase64(handle), login))
                .orElse(null);
    }

    @Override
    @Transactional
    public void save(PublicKeyCredentialUserEntity holder) {
        sql.sql("insert into signin.passkey_holder (handle, account) values (:handle, :account) on conflict do nothing")
                .param("handle", holder.getId().toBase64UrlString())
                .param(
                        "account",
                        accounts.byLogin(holder.getName()).orElseThrow().id())
                .update();
    }

    /** Spring Security has one name for the two deletions; identities of holders and of keys are both random, so nothing is ever meant by the other. */
    @Override
    @Transactional
    public void delete(Bytes id) {
        sql.sql("delete from signin.passkey where id = :id")
                .param("id", id.toBase64UrlString())
                .update();
        sql.sql("delete from signin.passkey_holder where handle = :id")
                .param("id", id.toBase64UrlString())
                .update();
    }

    @Override
    @Transactional
    public void save(CredentialRecord key) {
        boolean fresh = findByCredentialId(key.getCredentialId()) == null;
        sql.sql("""
                insert into signin.passkey (id, handle, public_key, signatures, attestation, client_data, transports,
                                            backup_able, backed_up, uv, label, made_at, used_at)
                values (:id, :handle, :key, :signatures, :attestation, :client, :transports, :able, :backed, :uv, :label, :made, :used)
                on conflict (id) do update
                   set signatures = excluded.signatures, backed_up = excluded.backed_up, uv = excluded.uv, used_at = excluded.used_at
                """)
                .param("id", key.getCredentialId().toBase64UrlString())
                .param("handle", key.getUserEntityUserId().toBase64UrlString())
                .param("key", key.getPublicKey().getBytes())
                .param("signatures", key.getSignatureCount())
                .param("attestation", bytes(key.getAttestationObject()))
                .param("client", bytes(key.getAttestationClientDataJSON()))
                .param(
                        "transports",
                        key.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .collect(Collectors.joining(",")))
                .param("able", key.isBackupEligible())
                .param("backed", key.isBackupState())
                .param("uv", key.isUvInitialized())
                .param("label", key.getLabel())
                .param("made", key.getCreated().atOffset(ZoneOffset.UTC))
                .param("used", key.getLastUsed().atOffset(ZoneOffset.UTC))
                .update();
        if (fresh) {
            porter.tell(holder(key.getUserEntityUserId()).orElseThrow(), AtTheGate.What.PASSKEY_ADDED);
        }
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return sql.sql(SELECT + " where id = :id")
                .param("id", id.toBase64UrlString())
                .query(Row.class)
                .optional()
                .map(Row::record)
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return sql
                .sql(SELECT + " where handle = :handle")
                .param("handle", handle.toBase64UrlString())
                .query(Row.class)
                .list()
                .stream()
                .map(Row::record)
                .toList();
    }

    private Optional<UUID> holder(Bytes handle) {
        return sql.sql("select account from signin.passkey_holder where handle = :handle")
                .param("handle", handle.toBase64UrlString())
                .query(UUID.class)
                .optional();
    }

    private static PublicKeyCredentialUserEntity entity(Bytes handle, String login) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle)
                .name(login)
                .displayName(login)
                .build();
    }

    private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.getBytes();
    }

    private static @Nullable Bytes bytes(byte @Nullable [] bytes) {
        return bytes == null ? null : new Bytes(bytes);
    }

    record Row(
            String id,
            String handle,
            byte[] publicKey,
            long signatures,
            byte @Nullable [] attestation,
            byte @Nullable [] clientData,
            String transports,
            boolean backupAble,
            boolean backedUp,
            boolean uv,
            String label,
            Instant madeAt,
            Instant usedAt) {

        CredentialRecord record() {
            return ImmutableCredentialRecord.builder()
                    .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                    .credentialId(Bytes.fromBase64(id))
                    .userEntityUserId(Bytes.fromBase64(handle))
                    .publicKey(new ImmutablePublicKeyCose(publicKey))
                    .signatureCount(signatures)
                    .attestationObject(bytes(attestation))
                    .attestationClientDataJSON(bytes(clientData))
                    .transports(ways(transports))
                    .backupEligible(backupAble)
                    .backupState(backedUp)
                    .uvInitialized(uv)
                    .label(label)
                    .created(madeAt)
                    .lastUsed(usedAt)
                    .build();
        }

        private static Set<AuthenticatorTransport> ways(String ways) {
            return Arrays.stream(ways.split(","))
                    .filter(way -> !way.isEmpty())
                    .map(AuthenticatorTransport::valueOf)
                    .collect(Collectors.toSet());
        }
    }
}
