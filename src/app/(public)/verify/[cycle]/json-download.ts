/** A file of the public record; anybody may keep and pass on a copy. */
export const jsonDownload = (text: string | null, fileName: string): Response =>
  text === null
    ? Response.json({ error: "There is nothing at this address, or not yet." }, { status: 404 })
    : new Response(text, {
        headers: {
          "content-type": "application/json; charset=utf-8",
          "content-disposition": `attachment; filename="${fileName}"`,
          "access-control-allow-origin": "*",
        },
      });
