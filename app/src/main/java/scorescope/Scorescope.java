package scorescope;

/** Chooses between the window and a command. */
public final class Scorescope {
    private Scorescope() {}

    public static void main(String[] args) {
        System.out.println("scorescope " + String.join(" ", args));
    }
}
