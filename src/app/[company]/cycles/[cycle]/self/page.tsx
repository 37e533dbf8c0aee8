import type { Metadata } from "next";
import NotFound from "@/app/[company]/not-found";
import { orNothing } from "@/trpc/page";
import { WireProvider } from "@/trpc/react";
import { api, orNotFound } from "@/trpc/server";
import { RatingPage } from "@/ui/rating/rating-page";

export const metadata: Metadata = { title: "Your own view" };
export const dynamic = "force-dynamic";

export default orNothing(
  NotFound,
  async function Page({ params }: { params: Promise<{ company: string; cycle: string }> }) {
    const { company, cycle } = await params;
    const ratings = await orNotFound((await api()).rating.get({ company, quarter: cycle.toUpperCase() }));
    return (
      <WireProvider>
        <RatingPage company={company} ratings={ratings} />
      </WireProvider>
    );
  },
);
