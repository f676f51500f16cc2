package lianxin.intake;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import lianxin.platform.CountyTime;
import lianxin.region.Divisions;
import lianxin.region.Ground;
import lianxin.roster.Roster;
import lianxin.roster.RosterRow;
import lianxin.sheet.Column;
import lianxin.sheet.Columns;
import lianxin.sheet.Line;
import lianxin.sheet.SheetWriter;
import lianxin.survey.PointRow;
import lianxin.survey.Points;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where places lie, one a line (村址坐标). */
@Component
class PointFile implements RosterFile {

    static final Column<String> PLACE = Column.code("place", "区划代码", "Place code", 12)
            .required()
            .synonyms("村代码", "行政区划代码", "村（居）代码", "地方代码")
            .help("村（居）、乡镇或县的 12 位区划代码。", "12-digit code of a village, township or county.")
            .example("370827100201");
    static final Column<String> LON = Column.text("lon", "经度", "Longitude", 20)
            .required()
            .synonyms("东经", "lng")
            .help("村委会所在地，东经度数，如 116.6512。", "Degrees east of the village’s office, such as 116.6512.")
            .example("116.6512");
    static final Column<String> LAT = Column.text("lat", "纬度", "Latitude", 20)
            .required()
            .synonyms("北纬")
            .help("北纬度数，如 35.0123。", "Degrees north, such as 35.0123.")
            .example("35.0123");

    static final Columns COLUMNS = Columns.of("村址坐标", "Points of places", PLACE, LON, LAT, Reading.SOURCE);

    private final Points points;
    private final Divisions divisions;
    private final CountyTime time;

    PointFile(Points points, Divisions divisions, CountyTime time) {
        this.points = points;
        this.divisions = divisions;
        this.time = time;
    }

    @Override
    public Roster roster() {
        return Roster.POINTS;
    }

    @Override
    public Columns columns() {
        return COLUMNS;
    }

    @Override
    public Reading reading(Ground ground) {
        return new Rows(divisions.ids(ground, time.today()));
    }

    @Override
    public void write(Ground ground, SheetWriter sheet) throws IOException {
        var standing = divisions.ids(ground, time.today());
        for (var point : points.on(ground)) {
            if (standing.containsKey(point.place())) {
                sheet.row(RosterFile.values(point.place(), point.lon(), point.lat(), point.source()));
            }
        }
    }

    /** @param places on the caller's ground, by code */
    private record Rows(Map<Long, UUID> places) implements Reading {

        @Override
        public @Nullable RosterRow row(Line line, long number) {
            var code = line.get(PLACE);
            var place = code == null ? null : places.get(Long.parseLong(code));
            if (code != null && place == null) {
                line.fault(PLACE, "intake.cell.no-such-place", code);
            }
            var lon = Reading.degrees(line, LON, 180);
            var lat = Reading.degrees(line, LAT, 180);
            if (lon != null && lat != null && !inChina(lon, lat)) {
                line.fault(LON, "intake.cell.not-in-china", lon.toString(), lat.toString());
            }
            if (place == null || lon == null || lat == null || !line.good()) {
                return null;
            }
            return new PointRow(
                    number,
                    line.need(PLACE),
                    place,
                    Long.parseLong(line.need(PLACE)),
                    lon,
                    lat,
                    line.get(Reading.SOURCE));
        }

        /** Longitude and latitude changed for each other, and metres taken for degrees, end up elsewhere. */
        private static boolean inChina(double lon, double lat) {
            return lon > 73 && lon < 136 && lat > 3 && lat < 54;
        }
    }
}
