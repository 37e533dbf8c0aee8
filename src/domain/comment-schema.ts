import { z } from "zod";
import { flagReasons, flagStates } from "./comment";

export const flagReasonSchema = z.enum(flagReasons, "Choose what is wrong with it.");

export const flagDecisionSchema = z.enum(["remove", "keep"]);

export const flagStateSchema = z.enum(flagStates);
