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
    /// @param clearEnv whether nothing of Supertask's own environment is handed on: only `HOME`, `LOGNAME`,
    ///            `SHELL=/bin/sh` and `PATH=/usr/bin:/bin`, as cron(8) has it
    record ThisMachine(Path workingDir, Map<String, String> env, ProcessSettings process, boolean clearEnv)
            implements
                Place {
        /// Copies the variables, in their order.
        public ThisMachine {
            if (!workingDir.isAbsolute()) {
                throw new IllegalArgumentException("working folder is not absolute: " + workingDir);
            }
            env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
        }

        /// With Supertask's own environment.
        public ThisMachine(Path workingDir, Map<String, String> env, ProcessSettings process) {
            this(workingDir, env, process, false);
        }

        /// As Supertask itself runs.
        public ThisMachine(Path workingDir, Map<String, String> env) {
            this(workingDir, env, ProcessSettings.INHERITED);
        }
    }
}
