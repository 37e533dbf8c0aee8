import type { ComponentType, ReactNode } from "react";
import { answerNotFound } from "@/server/http/not-found-status";

const isNotFound = (error: unknown): boolean =>
  /^NEXT_HTTP_ERROR_FALLBACK;404/.test(String((error as { digest?: unknown } | null)?.digest));

/**
 * A page or layout that shows `Nothing` where it finds nothing, with the status 404. The framework itself would answer a
 * not-found page that is blank until its scripts have run.
 */
export function orNothing<Props>(
  Nothing: ComponentType,
  render: (props: Props) => Promise<ReactNode>,
): (props: Props) => Promise<ReactNode> {
  return async (props) => {
    try {
      return await render(props);
    } catch (error) {
      if (!isNotFound(error)) throw error;
      answerNotFound();
      return (
        <>
          <meta name="robots" content="noindex" />
          <Nothing />
        </>
      );
    }
  };
}
