package lianxin.vault;

import java.util.Arrays;
import java.util.HexFormat;

/** Tries every algorithm on values others have published, before anything is sealed with it (NIST SP 800-38D, RFC 8998, RFC 4231, GB/T 32905). */
final class KnownAnswers {

    private static final HexFormat HEX = HexFormat.of();

    private KnownAnswers() {}

    /** Refuses to go on with an algorithm that answers otherwise. */
    static void check() {
        gcm(
                Suite.AES,
                "00".repeat(32),
                "00".repeat(12),
                "",
                "00".repeat(16),
                "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919");
        gcm(
                Suite.SM4,
                "0123456789abcdeffedcba9876543210",
                "00001234567800000000abcd",
                "feedfacedeadbeeffeedfacedeadbeefabaddad2",
                "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccddddddddddddddddeeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa",
                "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                        + "83de3541e4c2b58177e065a9bf7b62ec");
        same(
                "HMAC-SHA256",
                Suite.AES.hmac("Jefe".getBytes(), "what do ya want for nothing?".getBytes()),
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        same("SM3", sm3("abc".getBytes()), "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    private static void gcm(Suite suite, String key, String nonce, String bound, String clear, String sealed) {
        var answer = suite.encrypt(HEX.parseHex(key), HEX.parseHex(nonce), HEX.parseHex(bound), HEX.parseHex(clear));
        same(suite + "-GCM", answer, sealed);
        same(suite + "-GCM", suite.decrypt(HEX.parseHex(key), HEX.parseHex(nonce), HEX.parseHex(bound), answer), clear);
    }

    private static byte[] sm3(byte[] message) {
        var digest = new org.bouncycastle.crypto.digests.SM3Digest();
        digest.update(message, 0, message.length);
        var answer = new byte[digest.getDigestSize()];
        digest.doFinal(answer, 0);
        return answer;
    }

    private static void same(String what, byte[] answer, String known) {
        if (!Arrays.equals(answer, HEX.parseHex(known))) {
            throw new Locked("self-test", what);
        }
    }
}
