package scorescope.ui.recovery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import scorescope.core.BadInputException;
import scorescope.core.io.StorageException;
import scorescope.session.codec.SessionJson;

/**
 * Recovery of work after a crash. While a window is open, its {@link Journal} stores its work in a slot; a regular
 * close deletes the slot, so that a slot without a running process contains work to be restored.
 */
public final class Recovery {
    private final RecoverySlots slots;
    private Optional<RecoverySlot> own = Optional.empty();
    private boolean ended;

    /** @param folder of all slots; it need not exist */
    public Recovery(Path folder) {
        slots = new RecoverySlots(folder);
    }

    /**
     * Takes over the newest work that a killed process left; empty if there is none.
     *
     * @throws BadInputException if it cannot be read, for instance because a file that it names has gone; it then stays
     */
    public synchronized Optional<Recovered> take() {
        try {
            own = slots.abandoned();
            if (own.isEmpty()) {
                return Optional.empty();
            }
            var work = read(own.get());
            own = own.map(slots::adopted);
            return Optional.of(work);
        } catch (IOException unreadable) {
            release();
            throw StorageException.of(unreadable, slots.folder().toString(), false)
                    .asBadInput();
        } catch (BadInputException unusable) {
            release();
            throw unusable;
        }
    }

    private static Recovered read(RecoverySlot slot) throws IOException {
        var session = SessionJson.read(slot.folder().resolve(RecoverySlot.SESSION));
        var file = slot.read(RecoverySlot.FILE).map(bytes -> Path.of(new String(bytes, StandardCharsets.UTF_8)));
        return new Recovered(session, file, slot.read(RecoverySlot.TRAINING), slot.folder());
    }

    /** Leaves work that cannot be used where it is. */
    public synchronized void release() {
        try {
            if (own.isPresent()) {
                own.get().close();
            }
        } catch (IOException lockGoesWithTheProcess) {
            // The stored work is unchanged.
        }
        own = Optional.empty();
    }

    /** The folder of all slots. */
    Path folder() {
        return slots.folder();
    }

    /** The slot of this window: the one taken over, else a new one; empty once the window has ended. */
    synchronized Optional<RecoverySlot> slot() throws IOException {
        if (own.isEmpty() && !ended) {
            own = Optional.of(slots.fresh());
        }
        return own;
    }

    /** Deletes this window's slot; there will be no other. */
    synchronized void discard() throws IOException {
        ended = true;
        if (own.isPresent()) {
            own.get().discard();
        }
        own = Optional.empty();
    }
}
