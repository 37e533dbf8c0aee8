import { openBoardPack } from "./queries";

/** For the public page of a board pack, which knows no session and no person. */
export const getBoardPack = (slug: string, token: string) => openBoardPack(slug, token, new Date());
