package lianxin.open311;

/** A subscription as the list shows it, and whether the operator lets its address be called. */
public record HookLine(Hook hook, boolean allowed) {}
