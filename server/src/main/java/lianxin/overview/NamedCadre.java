package lianxin.overview;

/** A cadre's figures with what people call him and his unit. */
public record NamedCadre(CadreFigure figure, String name, String post, String unit) {}
