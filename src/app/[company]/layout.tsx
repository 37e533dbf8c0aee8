import type { ReactNode } from "react";
import NotFound from "@/app/not-found";
import { orNothing } from "@/trpc/page";
import { WireProvider } from "@/trpc/react";
import { api, orNotFound } from "@/trpc/server";
import { CompanyFrame } from "@/ui/member/company-frame";

export const dynamic = "force-dynamic";

export default orNothing(
  NotFound,
  async function CompanyLayout({ params, children }: { params: Promise<{ company: string }>; children: ReactNode }) {
    const { company } = await params;
    const overview = await orNotFound((await api()).company.overview({ company }));
    return (
      <WireProvider>
        <CompanyFrame overview={overview} who={overview.person.name}>
          {children}
        </CompanyFrame>
      </WireProvider>
    );
  },
);
