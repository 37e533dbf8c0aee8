"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { rosterFileMaxBytes } from "@/domain/roster";
import { useTRPC } from "@/trpc/react";
import { Button } from "@/ui/kit/button";
import { Notice } from "@/ui/kit/notice";
import { TextArea } from "@/ui/kit/text-area";
import { base64Of, countLines } from "./file-bytes";
import { FileDrop } from "./file-drop";
import { counted } from "./number-words";
import { refusalWords } from "./refusal-words";

const tooLarge =
  "This is larger than 12 MB. A roster of 50,000 people is about 5 MB: choose the file that holds the people only.";

/** Takes a file or pasted rows, has them read, and goes on to the comparison. */
export function ImportForm({ company, mailDomain }: { company: string; mailDomain: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const preview = useMutation(trpc.roster.preview.mutationOptions());
  const [progress, setProgress] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const problemBox = useRef<HTMLDivElement>(null);
  const { register, handleSubmit } = useForm({ defaultValues: { text: "" } });

  useEffect(() => {
    if (problem !== null) problemBox.current?.focus();
  }, [problem]);

  const send = async (source: { fileName: string; bytes: string } | { fileName: string; text: string }) => {
    try {
      const { importId } = await preview.mutateAsync({ company, ...source });
      router.push(`/${company}/roster/import/${importId}`);
    } catch {
      setProgress(null);
    }
  };
  const start = (message: string) => {
    preview.reset();
    setProblem(null);
    setProgress(message);
  };
  const sendFile = async (file: File) => {
    start(`Reading ${file.name}…`);
    if (file.size > rosterFileMaxBytes) {
      setProgress(null);
      setProblem(tooLarge);
      return;
    }
    try {
      const lines = await countLines(file);
      if (lines > 500) setProgress(`Reading ${counted(lines, "row")}…`);
      await send({ fileName: file.name.slice(0, 200), bytes: await base64Of(file) });
    } catch {
      setProgress(null);
      setProblem("The file could not be read. Choose it again.");
    }
  };
  const sendText = ({ text }: { text: string }) => {
    const lines = text.trim() === "" ? 0 : text.trim().split("\n").length;
    if (lines === 0) {
      setProblem("Paste at least one row.");
      return;
    }
    start(`Reading ${counted(lines, "row")}…`);
    return send({ fileName: "pasted rows", text });
  };

  const refused = problem ?? (preview.error ? refusalWords(preview.error) : null);
  const busy = progress !== null;
  return (
    <div className="grid max-w-[720px] grid-cols-1 gap-5" aria-busy={busy}>
      <div ref={problemBox} tabIndex={-1} id="roster-file-error" className="empty:hidden">
        {refused === null ? null : (
          <Notice tone="error" title="This could not be read as a roster.">
            {refused} Nothing was changed.
          </Notice>
        )}
      </div>
      <FileDrop onFile={(file) => void sendFile(file)} disabled={busy} error={refused} />
      <form noValidate className="grid grid-cols-1 gap-3" onSubmit={handleSubmit(sendText)}>
        <TextArea
          id="roster-text"
          label="Or paste rows"
          hint="Straight from a spreadsheet, with or without the header. One mail address a line is enough."
          rows={8}
          spellCheck={false}
          className="font-mono text-xs"
          placeholder={`Name, E-mail, Group, Team\nAda Lovelace, ada.lovelace@${mailDomain}, engineer, Platform`}
          disabled={busy}
          {...register("text")}
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" variant="primary" disabled={busy}>
            {busy ? "Reading…" : "Check these rows"}
          </Button>
          <p role="status" className="text-ink-2">
            {progress}
          </p>
        </div>
      </form>
    </div>
  );
}
