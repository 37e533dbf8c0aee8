import { z } from "zod";

export const maxHeadlineWords = 30;
/** A leader's own words on the board page. */
export const maxStatementWords = 100;

/** Words as a reader counts them: runs of anything but spaces. */
export const countWords = (text: string): number => text.trim().split(/\s+/).filter(Boolean).length;

const upTo = (words: number, characters: number) =>
  z
    .string()
    .trim()
    .max(characters, `Use at most ${characters} characters.`)
    .refine((text) => countWords(text) <= words, { message: `Use at most ${words} words.` });

/** The board page's one sentence, 30 words at most; empty for the suggested one. */
export const headlineSchema = upTo(maxHeadlineWords, 240);
/** The one question for the board; may be empty. */
export const questionSchema = z.string().trim().max(240, "Use at most 240 characters.");
/** What a leader adds to the board page, 100 words at most; the characters keep two of them on one sheet. */
export const statementSchema = upTo(maxStatementWords, 640);
