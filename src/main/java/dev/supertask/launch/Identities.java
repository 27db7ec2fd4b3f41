package dev.supertask.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.supertask.job.ProcessSettings;
import dev.supertask.keeper.Account;

/// The words that have a program run as another user, or in another group.
final class Identities {

    private Identities() {}

    static List<String> words(ProcessSettings settings, Optional<Account> account, Powers powers,
            Function<String, Optional<String>> tools) throws UnlaunchableException {
        boolean otherUser = account.isPresent() && account.get().uid() != powers.uid();
        int group = group(settings, account, powers);
        if (!otherUser && group == powers.gid()) {
            return List.of();
        }
        if (otherUser && !powers.mayBecomeAnybody()) {
            throw Preparation.refusal("only root may run a job as user \"" + settings.user()
                    + "\" · run Supertask as root or as that user, or remove \"user\"");
        }
        if (!powers.mayHaveAnyGroup()) {
            throw Preparation.refusal("only root may run a job in group \"" + settings.group()
                    + "\" · run Supertask as root, or remove \"group\"");
        }
        List<String> words = new ArrayList<>();
        words.add(Preparation.tool("setpriv", tools, "util-linux"));
        if (account.isPresent()) {
            words.add("--reuid=" + Integer.toUnsignedString(account.get().uid()));
        }
        words.add("--regid=" + Integer.toUnsignedString(group));
        words.add(account.isPresent() ? "--init-groups" : "--keep-groups");
        words.add("--");
        return words;
    }

    private static int group(ProcessSettings settings, Optional<Account> account, Powers powers)
            throws UnlaunchableException {
        String name = settings.group();
        if (name == null) {
            return account.map(Account::gid).orElse(powers.gid());
        }
        Optional<Integer> group = Account.group(name);
        if (group.isEmpty()) {
            throw Preparation.refusal("no group \"" + name + "\" on this machine");
        }
        return group.get();
    }
}
