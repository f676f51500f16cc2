package lianxin.scope;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The thread that runs the tests stands as the house, so that a test may look at what it wrote. Jobs, news and requests run as what they say they
 * are: a job that forgets to say so sees nothing here either.
 */
public class TestsStandAsTheHouse implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Standing.assume(Scope.HOUSE);
    }
}
