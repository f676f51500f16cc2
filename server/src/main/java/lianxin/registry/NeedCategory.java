package lianxin.registry;

/**
 * A kind of need a household may be kept under.
 *
 * @param nameZh as the office says it
 * @param legalBasis the rule that allows keeping it
 */
public record NeedCategory(String code, String nameZh, String nameEn, String legalBasis) {}
