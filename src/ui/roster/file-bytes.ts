/** A chosen file as base64, read by the browser without holding up the page. */
export function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const url = String(reader.result);
      resolve(url.slice(url.indexOf(",") + 1));
    };
    reader.onerror = () => reject(new Error("The file could not be read. Choose it again."));
    reader.readAsDataURL(file);
  });
}

/** Line ends of a file, for "Reading 50,000 rows…"; right for every encoding whose line feed holds the byte 10. */
export async function countLines(file: File): Promise<number> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let lines = 0;
  for (const byte of bytes) if (byte === 10) lines += 1;
  return lines;
}
