package lianxin.overview;

/** A county's outline as an SVG path, and where its name stands, in units of a sheet {@link CountyMap#WIDTH} wide. */
public record Shape(String path, double x, double y) {}
