package lianxin.benefits;

/** What a household says of a benefit. Nothing said is nothing said, never that it arrived. */
public enum Said {
    ARRIVED,
    NOT_ARRIVED
}
