package lianxin.board;

import lianxin.platform.Refusal;

final class BoardRefusal {

    static final Refusal.Kind NOT_A_VILLAGE = new Refusal.Kind(422, "board-village-only");

    private BoardRefusal() {}
}
