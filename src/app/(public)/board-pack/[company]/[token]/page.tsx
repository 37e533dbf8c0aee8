import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getBoardPack } from "@/server/share/pack";
import { orNothing } from "@/trpc/page";
import { BoardPackPage } from "@/ui/board/board-pack-page";
import NotFound from "./not-found";

export const dynamic = "force-dynamic";
export const metadata: Metadata = {
  title: "Board page",
  referrer: "no-referrer",
  robots: { index: false, follow: false, noarchive: true },
};

// Public and without a session. Unknown, expired and revoked links look the same.
export default orNothing(
  NotFound,
  async function Page({ params }: { params: Promise<{ company: string; token: string }> }) {
    const { company, token } = await params;
    const pack = await getBoardPack(company, token);
    if (!pack) notFound();
    return <BoardPackPage pack={pack} />;
  },
);
