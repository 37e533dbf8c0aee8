/** A policy for answers that are no document: nothing in them may run, load or be framed. */
const noDocument = ["default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"];

/** A mail of the demo, as a mail program would show it: its own inline styles, no scripts, nothing loaded. */
const demoMail = ["sandbox", ...noDocument, "style-src 'unsafe-inline'"];

/** A page: its own scripts by nonce and what these load, its own style sheets, no style attributes, nothing from elsewhere. */
const page = (nonce: string, development: boolean): string[] => [
  "default-src 'none'",
  // React explains errors with eval while developing, and only then.
  `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
  `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

function policyFor(path: string, nonce: string, development: boolean): string[] {
  if (path.startsWith("/dev/outbox/")) return demoMail;
  if (/^\/(api|scim)\//.test(path) || path.startsWith("/_next/")) return noDocument;
  return page(nonce, development);
}

type Site = {
  /** Public address of the installation. */
  url: string;
  development: boolean;
};

/**
 * The headers that every answer carries, whatever answers it. The nonce must be new for each request; the framework
 * reads it from the policy and puts it on its scripts.
 */
export function securityHeaders(path: string, nonce: string, { url, development }: Site): Record<string, string> {
  const secure = url.startsWith("https:");
  const policy = policyFor(path, nonce, development);
  return {
    "content-security-policy": [...policy, ...(secure ? ["upgrade-insecure-requests"] : [])].join("; "),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
    ...(secure && { "strict-transport-security": "max-age=63072000; includeSubDomains" }),
  };
}
