type SavedFile = { fileName: string; contentType: string; content: string | Blob };

/** Has the browser save a text, or what one of our routes made, as a file. */
export function saveFile(file: SavedFile): void {
  const address = URL.createObjectURL(new Blob([file.content], { type: file.contentType }));
  const link = document.createElement("a");
  link.href = address;
  link.download = file.fileName;
  link.click();
  // Safari reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
