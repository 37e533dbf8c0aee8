import type { Outputs } from "@/trpc/outputs";

export type Endpoint = Outputs["webhook"]["list"]["endpoints"][number];

/** One endpoint of a company, with the zone in which its moments are told. */
export type EndpointProps = { company: string; endpoint: Endpoint; timeZone: string };
