import { z } from "zod";
import { emailSchema, personNameSchema } from "./member";
import { seatSchema } from "./seat-schema";

/** Puts a person into a seat; somebody who is not yet a member becomes one. */
export const assignSeatInput = z.object({ seat: seatSchema, email: emailSchema, name: personNameSchema });
