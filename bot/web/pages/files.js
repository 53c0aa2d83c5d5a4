// Photos, PDFs and sheets on their way up: chosen, taken with the phone's camera, dropped or pasted.

const MOST_BYTES = 10 * 1024 * 1024;
const SHEETS = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
};
const TAKEN = /^(image\/(?!svg)|application\/(pdf|vnd\.openxml.*\.sheet)$|text\/csv$)/;
const WHY_NOT = { 413: "fileTooBig", 415: "fileKind", 503: "fileBusy" };

// `send` is given each file that the visitor means to send.
export function watchForFiles({ button, input, send }) {
  button.addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    sendAll(input.files);
    input.value = ""; // so that the same file can be sent again
  });
  document.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) document.body.classList.remove("dropping");
  });
  document.addEventListener("drop", (event) => {
    document.body.classList.remove("dropping");
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    sendAll(event.dataTransfer.files);
  });
  document.addEventListener("paste", (event) => sendAll(event.clipboardData?.files ?? []));

  async function sendAll(files) {
    for (const file of [...files]) await send(file);
  }
}

// By its name where it is a sheet: what a browser calls those depends on what is installed.
function kindOf(file) {
  return SHEETS[file.name.toLowerCase().split(".").pop()] ?? file.type;
}

// The name of the word that says why it was not taken; empty if it was.
export async function upload(file, query) {
  const kind = kindOf(file);
  if (!TAKEN.test(kind)) return "fileKind";
  if (file.size > MOST_BYTES) return "fileTooBig";
  query.set("name", file.name.slice(0, 200));
  try {
    const answer = await fetch(`/chat/file?${query}`, {
      method: "POST",
      body: file,
      headers: { "content-type": kind },
    });
    return answer.ok ? "" : (WHY_NOT[answer.status] ?? "fileFailed");
  } catch {
    return "fileFailed";
  }
}
