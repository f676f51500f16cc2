package lianxin.phone;

import lianxin.Browser;

/** The Node that Playwright runs on. */
final class Node {

    private Node() {}

    static String program() {
        return Browser.program("PLAYWRIGHT_NODEJS_PATH", "node");
    }
}
