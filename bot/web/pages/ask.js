// A question that must be answered before anything else, in the page's one dialog.

const dialog = document.getElementById("ask");
const part = (name) => document.getElementById(`ask-${name}`);

let answer = () => {};

part("yes").addEventListener("click", () => dialog.close("yes"));
part("no").addEventListener("click", () => dialog.close("no"));
dialog.addEventListener("close", () => {
  if (!dialog.open) answer(dialog.returnValue === "yes");
});

// True if it was answered with `yes`; closing it in any other way means no.
export function ask({ question, more, yes, no }) {
  answer(false); // two are not asked at once
  dialog.close();
  for (const [name, text] of Object.entries({ question, more, yes, no })) {
    part(name).textContent = text;
  }
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise((resolve) => {
    answer = resolve;
  });
}

// What it asked about is no longer so.
export function askNoMore() {
  dialog.close("no");
}
