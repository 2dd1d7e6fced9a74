/**
 * What every answer tells browsers. Helmet would send a dozen; of these each has something to do here: what is served is
 * data, read as what it is said to be (nosniff), never a page with scripts, in a frame or as part of one elsewhere
 * (the policy; the page at / and /docs have their own), nor loaded by pages of others (resource policy); and addresses, which may say what
 * somebody is interested in, are not passed on (referrer). Transport security is for whoever terminates TLS to say.
 */
export const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
};
