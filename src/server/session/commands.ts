import { notFound } from "@/domain/errors";
import { withDirectory } from "@/server/db/with-company";

/** Ends one of a person's own sessions; somebody else's is not found. */
export async function endSession(email: string, id: string): Promise<void> {
  const { count } = await withDirectory((tx) => tx.session.deleteMany({ where: { id, user: { email } } }));
  if (count === 0) throw notFound();
}

/** Ends all of a person's sessions but the one that asks. Says how many there were. */
export async function endOtherSessions(email: string, sessionId: string | undefined): Promise<{ ended: number }> {
  if (!sessionId) throw notFound();
  const { count } = await withDirectory((tx) =>
    tx.session.deleteMany({ where: { user: { email }, id: { not: sessionId } } }),
  );
  return { ended: count };
}
