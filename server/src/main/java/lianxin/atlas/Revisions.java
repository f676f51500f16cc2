package lianxin.atlas;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lianxin.access.Caller;
import lianxin.access.Right;
import lianxin.calendar.SpecialDay;
import lianxin.calendar.WorkCalendar;
import lianxin.calendar.YearNotice;
import lianxin.region.Comparison;
import lianxin.region.Draft;
import lianxin.region.Fate;
import lianxin.region.Release;
import lianxin.region.Releases;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an office brings in: releases of divisions, and the notices on holidays. */
@Service
public class Revisions {

    private final Releases releases;
    private final WorkCalendar calendar;

    Revisions(Releases releases, WorkCalendar calendar) {
        this.releases = releases;
        this.calendar = calendar;
    }

    /** What was put in force, the latest first. */
    public List<Release> releases(Caller caller) {
        caller.may(Right.REGION_READ);
        return releases.all();
    }

    /** What waits to be decided, the latest first. */
    public List<Draft> drafts(Caller caller) {
        caller.may(Right.REGION_LOAD);
        return releases.drafts().stream().filter(d -> d.within(caller.ground())).toList();
    }

    /** The draft; refused with 404 when another office handed it in. */
    public Draft draft(UUID draft, Caller caller) {
        caller.may(Right.REGION_LOAD);
        var it = releases.draft(draft);
        if (!it.within(caller.ground())) {
            caller.may(Right.REGION_LOAD, it.lo());
        }
        return it;
    }

    /** Takes a file of divisions in. */
    @Transactional
    public UUID handIn(byte[] file, String source, LocalDate day, Caller caller) {
        caller.may(Right.REGION_LOAD);
        return releases.handIn(file, source, day, caller.ground(), caller.id());
    }

    /** What a draft would change. */
    public Comparison compare(UUID draft, Caller caller) {
        draft(draft, caller);
        return releases.compare(draft);
    }

    /** Writes down what became of a place. */
    @Transactional
    public void decide(UUID draft, UUID place, Fate fate, Caller caller) {
        draft(draft, caller);
        releases.decide(draft, place, fate);
    }

    /** Takes the suggestions that are sure; says how many. */
    @Transactional
    public int decideSure(UUID draft, Caller caller) {
        draft(draft, caller);
        return releases.decideSure(draft);
    }

    /** Takes a decision back. */
    @Transactional
    public void reconsider(UUID draft, UUID place, Caller caller) {
        draft(draft, caller);
        releases.reconsider(draft, place);
    }

    /** Throws a draft away. */
    @Transactional
    public void discard(UUID draft, Caller caller) {
        draft(draft, caller);
        releases.discard(draft);
    }

    /** Puts a draft in force; every place it changes must lie on the caller's ground. */
    @Transactional
    public Comparison apply(UUID draft, Caller caller) {
        var comparison = compare(draft, caller);
        comparison.changes().forEach(change -> {
            if (change.before() != null) {
                caller.may(Right.REGION_LOAD, change.before().code());
            }
            if (change.after() != null) {
                caller.may(Right.REGION_LOAD, change.after().code());
            }
        });
        return releases.apply(draft, caller.id());
    }

    /** Loads the bundled divisions of Jining and the bundled working calendar: the first step of a new installation there. */
    @Transactional
    public Comparison loadBundled(Caller caller) {
        caller.may(Right.REGION_LOAD);
        calendar.loadBundled();
        return releases.loadBundled(caller.id());
    }

    /** The years of the working calendar. */
    public List<WorkCalendar.LoadedYear> years(Caller caller) {
        caller.may(Right.REGION_READ);
        return calendar.years();
    }

    /** The days of a year that are not what their weekday says. */
    public List<SpecialDay> specialDays(int year, Caller caller) {
        caller.may(Right.REGION_READ);
        return calendar.specialDays(year);
    }

    /** Reads a notice without keeping it. */
    public YearNotice preview(int year, String notice, Caller caller) {
        caller.may(Right.REGION_LOAD);
        return calendar.preview(year, notice);
    }

    /** Keeps a notice. */
    @Transactional
    public YearNotice importNotice(int year, String notice, String source, Caller caller) {
        caller.may(Right.REGION_LOAD);
        return calendar.importNotice(year, notice, source);
    }

    /** Loads the bundled notices for the years that are missing; says how many. */
    @Transactional
    public int loadBundledCalendar(Caller caller) {
        caller.may(Right.REGION_LOAD);
        return calendar.loadBundled();
    }
}
