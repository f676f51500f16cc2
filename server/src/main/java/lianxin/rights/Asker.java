package lianxin.rights;

/** Who asks. That he is who he says is seen at the door or by the village; we keep no copy of a card. */
public enum Asker {
    SELF,
    FAMILY,
    /** Next of kin of somebody dead: art. 49. */
    HEIR,
    /** With a written authority. */
    AGENT
}
