// The lines of the chat: each once, in the order of their ids, under the day they were said on.

import { safeFragment } from "./safe_html.js";
import { OfficeTime, word } from "./words.js";

const VIETNAMESE = /[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ]/i;

export class Log {
  constructor(root, { press }) {
    this.root = root;
    this.press = press;
    this.lines = new Map();
    this.pending = new Map();
    this.days = new Map();
    this.time = new OfficeTime("Asia/Ho_Chi_Minh");
  }

  get isEmpty() {
    return !this.lines.size && !this.pending.size;
  }

  get firstId() {
    return Math.min(...this.lines.keys());
  }

  get lastId() {
    return Math.max(...this.lines.keys());
  }

  inZone(zone) {
    this.time = new OfficeTime(zone);
  }

  clear() {
    this.lines.clear();
    this.pending.clear();
    this.days.clear();
    this.root.replaceChildren();
  }

  // Many at once: a screen reader is not made to read them all.
  putAll(lines) {
    this.root.setAttribute("aria-live", "off");
    for (const line of lines) this.put(line);
    requestAnimationFrame(() => this.root.setAttribute("aria-live", "polite"));
  }

  put(line) {
    this.settle(line.ref);
    const known = this.lines.get(line.id);
    const element = this.draw(line);
    if (known) known.element.replaceWith(element);
    else this.place(line.id, element);
    this.lines.set(line.id, { line, element });
    this.markDay(line.id);
  }

  // Other buttons, or none, under a line that stays.
  putButtons(id, buttons) {
    const known = this.lines.get(id);
    if (known) this.put({ ...known.line, buttons, ref: "" });
  }

  // Words on their way: shown at once, replaced by the line they become. Of a file that is on
  // its way nothing is to be given back: its `text` is empty.
  putPending(ref, shown, text = shown) {
    const element = make("article", "line mine pending");
    element.setAttribute("aria-hidden", "true"); // the line it becomes is read out
    const bubble = make("div", "bubble");
    bubble.append(wordsOf(document.createTextNode(shown)), meta(word("sending")));
    element.append(bubble);
    this.pending.set(ref, { element, text });
    this.root.append(element);
  }

  // What was on its way when the connection broke; no longer shown as said.
  takePending() {
    const texts = [...this.pending.values()].map(({ text }) => text);
    for (const ref of [...this.pending.keys()]) this.settle(ref);
    return texts;
  }

  settle(ref) {
    this.pending.get(ref)?.element.remove();
    this.pending.delete(ref);
  }

  // Buttons can be pressed again.
  wake() {
    for (const button of this.root.querySelectorAll("button[aria-busy]")) {
      button.removeAttribute("aria-busy");
      button.removeAttribute("aria-disabled");
    }
  }

  // In another language the days and labels read differently.
  redraw() {
    for (const [day, separator] of this.days) separator.textContent = this.time.dayInWords(day);
    this.putAll([...this.lines.values()].map(({ line }) => line));
  }

  place(id, element) {
    const later = [...this.lines.keys()].filter((other) => other > id);
    const next = later.length ? this.lines.get(Math.min(...later)).element : null;
    const firstPending = this.pending.values().next().value?.element ?? null;
    this.root.insertBefore(element, next ?? firstPending);
  }

  // The day stands above its first line, and moves up when an earlier one is shown.
  markDay(id) {
    const { line, element } = this.lines.get(id);
    const day = this.time.day(new Date(line.at));
    let separator = this.days.get(day);
    if (!separator) {
      separator = make("h2", "day");
      separator.textContent = this.time.dayInWords(day);
      this.days.set(day, separator);
    } else if (separator.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) {
      return;
    }
    this.root.insertBefore(separator, element);
  }

  draw(line) {
    const moment = new Date(line.at);
    const element = make("article", line.ours ? "line ours" : "line mine");
    element.dataset.id = line.id;
    const bubble = make("div", "bubble");
    const speaker = make("span", "unseen");
    speaker.textContent = `${word(line.ours ? "assistant" : "me")}: `;
    bubble.append(speaker);
    if (line.file) bubble.append(drawFile(line));
    if (line.html) bubble.append(wordsOf(safeFragment(line.html)));
    else if (!line.ours) bubble.append(wordsOf(document.createTextNode(word("sentFile"))));
    const time = this.time.time(moment);
    bubble.append(meta(line.edited ? `${time} · ${word("edited")}` : time, line.at));
    element.append(bubble);
    const rows = line.buttons.filter((row) => row.length);
    if (rows.length) element.append(this.drawButtons(line.id, rows));
    return element;
  }

  drawButtons(id, rows) {
    const block = make("div", "buttons");
    for (const row of rows) {
      const shown = make("div", "row");
      for (const { text, data, url } of row) {
        if (url) {
          shown.append(drawLink(text, url));
          continue;
        }
        const button = make("button");
        button.type = "button";
        button.textContent = text;
        markLanguage(button);
        button.addEventListener("click", () => {
          if (button.hasAttribute("aria-busy") || !this.press(id, data)) return;
          // Not `disabled`: that would take the keyboard's place away.
          button.setAttribute("aria-busy", "true");
          button.setAttribute("aria-disabled", "true");
        });
        shown.append(button);
      }
      block.append(shown);
    }
    return block;
  }
}

function drawLink(text, url) {
  const link = make("a");
  link.textContent = text;
  if (/^https?:/.test(url)) link.href = url;
  link.target = "_blank";
  link.rel = "noopener";
  markLanguage(link);
  return link;
}

function drawFile({ file, html }) {
  const link = make("a", "file");
  link.href = file.url;
  link.target = "_blank";
  link.rel = "noopener";
  if (/^image\/(png|jpeg|gif|webp)$/.test(file.mime)) {
    link.classList.add("picture");
    const image = make("img");
    image.src = file.url;
    image.alt = new DOMParser().parseFromString(html, "text/html").body.textContent || file.name;
    image.loading = "lazy";
    link.append(image);
  } else {
    const name = make("span", "name");
    name.textContent = file.name;
    const size = make("span", "size");
    size.textContent = sizeOf(file.size);
    link.append(name, size);
    link.download = file.name;
  }
  return link;
}

function sizeOf(bytes) {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return kilobytes < 1024 ? `${kilobytes} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}

function wordsOf(content) {
  const words = make("div", "words");
  words.append(content);
  markLanguage(words);
  return words;
}

function meta(text, at) {
  const time = make("time", "meta");
  if (at) time.dateTime = at;
  time.textContent = text;
  return time;
}

// So that a screen reader pronounces it rightly, whatever language the page's chrome is in.
function markLanguage(element) {
  if (/\p{L}/u.test(element.textContent)) {
    element.lang = VIETNAMESE.test(element.textContent.normalize("NFC")) ? "vi" : "en";
  }
}

function make(name, classes = "") {
  const element = document.createElement(name);
  if (classes) element.className = classes;
  return element;
}
