/// Requests to servers on the web: what is sent, whom to believe and where not to go, and what becomes of the answer. The
/// HTTP API of Supertask itself is something else.
@NullMarked
package dev.supertask.request.http;

import org.jspecify.annotations.NullMarked;
