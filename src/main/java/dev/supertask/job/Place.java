package dev.supertask.job;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where a payload is launched.
public sealed interface Place {

    /// This machine.
    ///
    /// @param workingDir an absolute folder
    /// @param env variables set for the payload, over those of Supertask's own environment
    /// @param process as whom, and within which bounds
    record ThisMachine(Path workingDir, Map<String, String> env, ProcessSettings process) implements Place {
        /// Copies the variables, in their order.
        public ThisMachine {
            if (!workingDir.isAbsolute()) {
                throw new IllegalArgumentException("working folder is not absolute: " + workingDir);
            }
            env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
        }

        /// As Supertask itself runs.
        public ThisMachine(Path workingDir, Map<String, String> env) {
            this(workingDir, env, ProcessSettings.INHERITED);
        }
    }
}
