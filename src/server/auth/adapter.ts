import { createHash } from "node:crypto";
import type { Adapter } from "next-auth/adapters";
import { withDirectory } from "@/server/db/with-company";

/** Tokens are stored as hashes only: who reads the database cannot sign in with what they find. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/** The database side of next-auth: people, database sessions and magic links. */
export const authAdapter = (): Adapter => ({
  createUser: (user: { email: string; emailVerified: Date | null }) =>
    withDirectory((tx) => tx.user.create({ data: { email: user.email, emailVerified: user.emailVerified } })),
  getUser: (id) => withDirectory((tx) => tx.user.findUnique({ where: { id } })),
  getUserByEmail: (email) => withDirectory((tx) => tx.user.findUnique({ where: { email } })),
  getUserByAccount: () => null,
  updateUser: ({ id, emailVerified }) =>
    withDirectory((tx) =>
      tx.user.update({ where: { id }, data: emailVerified === undefined ? {} : { emailVerified } }),
    ),
  linkAccount: () => undefined,
  async createSession({ sessionToken, userId, expires }) {
    await withDirectory(async (tx) => {
      await tx.session.deleteMany({ where: { expires: { lt: new Date() } } });
      await tx.session.create({ data: { tokenHash: hashToken(sessionToken), userId, expires } });
    });
    return { sessionToken, userId, expires };
  },
  async getSessionAndUser(sessionToken) {
    const found = await withDirectory((tx) =>
      tx.session.findUnique({ where: { tokenHash: hashToken(sessionToken) }, include: { user: true } }),
    );
    if (!found) return null;
    return { session: { sessionToken, userId: found.userId, expires: found.expires }, user: found.user };
  },
  // A session ends when it was said to end at sign-in, however often it is used.
  updateSession: () => null,
  async deleteSession(sessionToken) {
    await withDirectory((tx) => tx.session.deleteMany({ where: { tokenHash: hashToken(sessionToken) } }));
  },
  async createVerificationToken({ identifier, token, expires }) {
    await withDirectory(async (tx) => {
      await tx.verificationToken.deleteMany({ where: { OR: [{ identifier }, { expires: { lt: new Date() } }] } });
      await tx.verificationToken.create({ data: { identifier, tokenHash: token, expires } });
    });
    return { identifier, token, expires };
  },
  async useVerificationToken({ identifier, token }) {
    const used = await withDirectory(async (tx) => {
      const found = await tx.verificationToken.findUnique({
        where: { identifier_tokenHash: { identifier, tokenHash: token } },
      });
      if (!found) return null;
      // Of two presses of the button at once only the one that deletes the row signs in.
      const { count } = await tx.verificationToken.deleteMany({ where: { identifier, tokenHash: token } });
      return count === 1 ? found : null;
    });
    return used ? { identifier, token, expires: used.expires } : null;
  },
});
