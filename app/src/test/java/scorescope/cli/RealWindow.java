package scorescope.cli;

import java.nio.file.Path;
import scorescope.session.Session;
import scorescope.ui.ScorescopeApp;
import scorescope.ui.Snapshot;
import scorescope.ui.preference.Theme;

/** The program's window, as the main class passes it to the commands. */
final class RealWindow implements WindowPictures {
    @Override
    public Session opening() {
        return ScorescopeApp.opening();
    }

    @Override
    public void draw(Session session, int width, int height, boolean dark, Path png) {
        Snapshot.draw(session, width, height, png, dark ? Theme.DARK : Theme.LIGHT);
    }
}
