package scorescope.ui;

import scorescope.ui.inspector.Inspector;

/** What a person can ask of the window, whichever way: button, menu or key. */
interface Commands {
    void open();

    /** Opens the built-in figure of that name. */
    void openRecipe(String id);

    void importPoints();

    void save();

    void saveAs();

    void restore();

    boolean canRestore();

    /** Opens the figure composer. */
    void export();

    /** Saves what the stage shows as an animation. */
    void animate();

    /** Whether the figure composer has the stage's place: keys are its own then. */
    boolean composing();

    void switchTheme();

    void playOrPause();

    void singleStep();

    void train();

    void notch(int notches, boolean fine);

    /** Back to the stage, if a study has its place. */
    boolean leaveStudy();

    void toggleInspector();

    boolean inspectorShown();

    void showPage(Inspector.Page page);

    void toggleFrameMeter();

    boolean frameMeterShown();

    void showKeys();
}
