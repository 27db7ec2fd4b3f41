package dev.supertask.request.http;

import java.util.List;

/// Which statuses are right.
///
/// @param statuses such as `200` or `2xx`
record Expected(List<String> statuses) {

    boolean has(int status) {
        String text = Integer.toString(status);
        return statuses.stream().anyMatch(each -> each.endsWith("xx")
                ? text.charAt(0) == each.charAt(0)
                : each.equals(text));
    }

    @Override
    public String toString() {
        return String.join(" or ", statuses);
    }
}
