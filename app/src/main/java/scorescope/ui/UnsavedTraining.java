package scorescope.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import scorescope.ui.model.TrainingController;
import scorescope.words.Words;

/** Training that no file holds when the window closes. */
interface UnsavedTraining {
    /** For a window without a training. */
    UnsavedTraining NONE = new UnsavedTraining() {
        @Override
        public boolean exists() {
            return false;
        }

        @Override
        public byte[] checkpoint(Path folder) {
            return new byte[0];
        }

        @Override
        public void bringBack(byte[] checkpoint, Path folder) {}
    };

    boolean exists();

    /**
     * The present state of the training, once its present step is done.
     *
     * @param folder base of relative paths in its session
     * @throws IOException if the step does not finish
     */
    byte[] checkpoint(Path folder) throws IOException;

    /**
     * Restores a training written by {@link #checkpoint} for the session that the window shows; it continues when a
     * person starts it.
     */
    void bringBack(byte[] checkpoint, Path folder);

    static UnsavedTraining of(TrainingController training) {
        return new UnsavedTraining() {
            private static final long LONGEST_STEP = 20;

            @Override
            public boolean exists() {
                return training.unsaved();
            }

            @Override
            public byte[] checkpoint(Path folder) throws IOException {
                try {
                    return training.checkpoint(folder).get(LONGEST_STEP, TimeUnit.SECONDS);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    throw new IOException(stopped);
                } catch (ExecutionException | TimeoutException failure) {
                    throw new IOException(Words.text("ui.training-files.training-could-not-saved"), failure);
                }
            }

            @Override
            public void bringBack(byte[] checkpoint, Path folder) {
                training.bringBack(checkpoint, folder);
            }
        };
    }
}
