package dev.supertask.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The words that this process was started with.
public final class OwnArguments {
    private static final Path RAW = Path.of("/proc/self/cmdline");

    private OwnArguments() {}

    /// The words that the JVM handed to `main`, byte for byte in any locale, as
    /// [dev.supertask.keeper.NativeText] tells them; the JVM's own have lost what its locale cannot say.
    ///
    /// @param args what `main` was given; it is the answer where the raw words cannot be had
    public static String[] read(String[] args) {
        try {
            List<String> all = ProcTexts.read(RAW);
            List<String> last = all.subList(Math.max(0, all.size() - args.length), all.size());
            return fit(last, args) ? last.toArray(String[]::new) : args.clone();
        } catch (IOException noProc) {
            return args.clone();
        }
    }

    // Words that both can say must be the same, else these are not the words of main.
    private static boolean fit(List<String> raw, String[] args) {
        if (raw.size() != args.length) {
            return false;
        }
        for (int i = 0; i < args.length; i++) {
            boolean plain = raw.get(i).chars().allMatch(c -> c < 0x80);
            if (plain ? !raw.get(i).equals(args[i]) : args[i].chars().allMatch(c -> c < 0x80 && c != '?')) {
                return false;
            }
        }
        return true;
    }
}
