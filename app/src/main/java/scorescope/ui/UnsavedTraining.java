package scorescope.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import scorescope.ui.model.TrainingController;
import scorescope.words.Words;

/** What was learned and is in no file when the window closes. */
interface UnsavedTraining {
    /** Of a window that trains nothing. */
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
     * The training as it stands, once its present step is taken.
     *
     * @param folder from which relative paths in its session start
     * @throws IOException if the step does not end
     */
    byte[] checkpoint(Path folder) throws IOException;

    /** Goes on, once asked to, with what {@link #checkpoint} gave, on the session that the window shows. */
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
