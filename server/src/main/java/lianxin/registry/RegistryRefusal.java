package lianxin.registry;

import lianxin.platform.Refusal;

final class RegistryRefusal {

    static final Refusal.Kind NO_SUCH_HOUSEHOLD = new Refusal.Kind(404, "no-such-household");
    static final Refusal.Kind NO_SUCH_CADRE = new Refusal.Kind(404, "no-such-cadre");
    static final Refusal.Kind NO_SUCH_UNIT = new Refusal.Kind(404, "no-such-unit");

    private RegistryRefusal() {}
}
