package dev.supertask.cli;

import java.io.FileInputStream;
import java.io.IOException;

/// Whether somebody sits in front of this process, so that a hang-up means that they went away.
final class ControllingTerminal {
    private ControllingTerminal() {}

    /// By the one file that only a process with a controlling terminal can open, see tty(4). To be asked at the
    /// start: a terminal that hangs up is none any more.
    static boolean present() {
        try (FileInputStream _ = new FileInputStream("/dev/tty")) {
            return true;
        } catch (IOException none) {
            return false;
        }
    }
}
