/** What holds for all operations. */
export const INTRODUCTION = `A record of regulatory developments. Each is recorded once with its sources, then possibly corrected or retracted; nothing is ever overwritten, so every question can be asked again as it would have been answered before.

Two times. \`asOf\` is a day in the world: what was so then? \`knownAt\` is a position in the log, or an instant that leads to one: what was known then? Every answer names the coordinates at which it was given and the version of the \`rules\`; the same coordinates give the same bytes. Developments, timeline and registry take \`asOf\` without effect.

Dates are EDTF and may be as vague as the sources are: \`2021\`, \`2021-04\`, \`2021-04-10\`, \`201X\`, \`2021-09-XX\`, quarters \`2021-33\`, a final \`~\`, \`?\` or \`%\`, and sets of possible days \`[2021-09-09..2021-09-28]\`, \`[..2021-09]\`, \`[2021-09..]\`. An answer says whether it is \`definite\`, \`possible\` or \`unrecorded\`; what nobody wrote down is unrecorded, which is not "no".

Days are YYYY-MM-DD, instants RFC 3339 in UTC with milliseconds, positions decimal texts, money \`{ "value": "2750000000", "currency": "USD" }\`. Unknown fields and query parameters are refused. Answers may gain members in time: ignore those you do not know.

Errors are problem documents (RFC 9457, \`application/problem+json\`) with a stable \`code\`, a \`detail\` a person can act on and, for fields, \`errors\` with JSON Pointers. A path that is not listed here is answered with 404 \`not-found\`. \`X-Request-Id\` on an answer names the request in the service's log.

Who may ask. On loopback everybody may, until keys are made or a token issuer is named; from then on, and always where others can reach the service, each request says who sends it: \`Authorization: Bearer\` with a key or a token. A reader asks; a recorder also records; an auditor also reads the log itself, with who recorded what and the salts of hashes; an admin may do all. Health and this description are open. Where a rate limit is set, answers say in \`RateLimit\` how many requests may follow.

With an \`Idempotency-Key\` a command can be sent again without being recorded twice. With \`If-Match\` it is only done on the revision it was decided on. An answer to a command is sent once what it recorded is durable.`;
