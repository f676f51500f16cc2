package lianxin.cases;

/** Whether households that agreed to it are asked by message. The gateway, which stands above, says. */
public interface Messages {

    boolean on();
}
