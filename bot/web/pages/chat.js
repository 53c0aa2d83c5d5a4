// The chat page: joins the form, the log and the connection. Frames: see bot/web/frames.py.

import { Connection } from "./connection.js";
import { upload, watchForFiles } from "./files.js";
import { Log } from "./log.js";
import { Reading } from "./reading.js";
import { Session } from "./session.js";
import { currentLanguage, speak, word } from "./words.js";

const MOST_BYTES = 100_000;
const LONGEST_QUESTION = 200;
const TYPING_DELAY = 250;
const TOAST_SECONDS = 6;

const at = (id) => document.getElementById(id);
const form = at("composer");
const words = at("words");
const persona = at("persona");

const state = {
  hello: null, wasOpen: false, ref: 0, unread: 0, typing: 0, toast: 0, asked: "", code: "",
};
const reading = new Reading(at("scroll"), at("newer"));
let suggestions = {};

// Storage of the browser, where it is allowed; without it choices last until the reload.
const kept = {
  get(name, where = "localStorage") {
    try { return window[where].getItem(name); } catch { return null; }
  },
  set(name, value, where = "localStorage") {
    try { window[where].setItem(name, value); } catch { /* not allowed here: nothing is lost */ }
  },
};

const log = new Log(at("log"), {
  press(message, data) {
    const sent = connection.send({ press: { message, data } });
    if (sent) reading.expect();
    else toast(word("reconnecting"));
    return sent;
  },
});

const connection = new Connection({
  query() {
    const query = new URLSearchParams();
    if (kept.get("persona")) query.set("as", kept.get("persona"));
    if (state.hello && log.lines.size) {
      query.set("chat", state.hello.chat);
      query.set("after", log.lastId);
    }
    return query;
  },
  heard: (frame) => frames[frame.kind]?.(frame),
  expired(frame) {
    if (!session.last) farewell(frame); // else it was told already, and the page is empty
  },
  changed: connectionChanged,
});

const session = new Session({
  leave() {
    if (!connection.send({ leave: true })) toast(word("reconnecting"));
  },
  // A browser that others used before is given another identity first: theirs stays worthless.
  link(code) {
    state.code = code;
    if (session.who || state.hello?.demo) return sendCode();
    startAnew();
    connection.renew(0, true);
  },
});

const frames = {
  hello(frame) {
    if (state.hello && state.hello.chat !== frame.chat) log.clear();
    state.hello = frame;
    log.inZone(frame.zone);
    showOffice();
    sendCode();
  },
  history({ lines, more, older, reset }) {
    if (reset) log.clear();
    const wasEmpty = !log.lines.size;
    if (older || wasEmpty) at("older").hidden = !more;
    if (older) reading.whileStaying(() => log.putAll(lines));
    else log.putAll(wasEmpty ? lines : lines.filter(isInView));
    if (!older && log.lines.size && (wasEmpty || reading.follows)) reading.toTheEnd("instant");
    showWelcome();
  },
  line(frame) {
    if (!isInView(frame)) return;
    const isNew = !log.lines.has(frame.id);
    log.put(frame);
    showWelcome();
    if (!isNew) return;
    if (frame.ours) showTyping(false);
    reading.bring(frame, log.lines.get(frame.id).element);
    if (document.hidden && frame.ours) countUnread(state.unread + 1);
  },
  buttons: ({ id, buttons }) => log.putButtons(id, buttons),
  typing({ on }) {
    showTyping(on);
    if (on) return;
    state.asked = "";
    reading.rest();
    log.wake();
  },
  toast: ({ text }) => toast(text),
  over(frame) {
    farewell(frame);
    connection.renew(frame.wait);
  },
  refused({ why }) {
    if (why === "unknown-persona" || why === "signed-out") return;
    giveBack();
    toast(word(why === "too-long" ? "tooLong" : "unreadable"));
  },
  "catch-up": () => connection.send({ after: log.lines.size ? log.lastId : 0 }),
};

function connectionChanged(now) {
  const bar = at("connection");
  bar.hidden = now === "open";
  form.classList.toggle("offline", now !== "open");
  if (now === "open") {
    if (state.wasOpen) toast(word("connected"));
    state.wasOpen = true;
    return;
  }
  giveBack();
  log.wake();
  showTyping(false);
  bar.textContent = word(now === "lost" ? (state.wasOpen ? "reconnecting" : "connecting") : now);
}

// Nobody is signed in any more: nothing of theirs stays to be seen. Only words that came too late
// are kept, for whoever is there now and typed them.
function farewell(frame) {
  const { asked } = state;
  startAnew();
  words.value = asked;
  grow();
  session.tell(frame);
}

function startAnew() {
  log.takePending();
  log.clear();
  words.value = "";
  grow();
  showTyping(false);
  at("older").hidden = true;
  Object.assign(state, { hello: null, wasOpen: false, asked: "" });
  session.show(null);
  countUnread(0);
  showWelcome();
}

function sendCode() {
  if (state.code && connection.send({ text: state.code })) state.code = "";
}

// What was on its way and may not have arrived goes back into the box.
function giveBack() {
  const unsent = log.takePending();
  if (!unsent.length) return;
  words.value = [...unsent, words.value].filter(Boolean).join("\n");
  grow();
  showWelcome();
}

function say(text) {
  if (!text.trim()) return;
  if (new TextEncoder().encode(text).length > MOST_BYTES) {
    toast(word("tooLong"));
    return;
  }
  const ref = String(++state.ref);
  if (!connection.send({ text, ref })) {
    if (!words.value) words.value = text;
    grow();
    toast(word("kept"));
    return;
  }
  if (words.value === text) words.value = "";
  grow();
  state.asked = text;
  session.tell(null);
  log.putPending(ref, text);
  showWelcome();
  reading.toTheEnd();
}

async function sendFile(file) {
  const ref = String(++state.ref);
  const query = new URLSearchParams({ ref });
  if (state.hello?.persona) query.set("as", state.hello.persona);
  session.tell(null);
  log.putPending(ref, word("sentFile"), "");
  showWelcome();
  reading.toTheEnd();
  const whyNot = await upload(file, query);
  log.settle(ref);
  if (whyNot) toast(word(whyNot));
  showWelcome();
}

function grow() {
  words.style.height = "auto";
  words.style.height = `${words.scrollHeight + 2}px`;
  kept.set("draft", words.value, "sessionStorage");
}

// What is new is newer than all that is shown: else it is a line of long ago that was edited.
function isInView({ id }) {
  return log.lines.has(id) || !log.lines.size || id > log.firstId;
}

function showTyping(on) {
  clearTimeout(state.typing);
  if (!on) {
    at("typing").hidden = true;
    return;
  }
  state.typing = setTimeout(() => {
    at("typing").hidden = false;
    if (reading.follows) reading.toTheEnd();
  }, TYPING_DELAY);
}

function toast(text) {
  const shown = at("toast");
  clearTimeout(state.toast);
  shown.textContent = text;
  shown.hidden = false;
  state.toast = setTimeout(() => { shown.hidden = true; }, TOAST_SECONDS * 1000);
}

function countUnread(count) {
  state.unread = count;
  document.title = count ? `(${count}) ${word("title")}` : word("title");
}

function showOffice() {
  const { hello } = state;
  if (!hello) return;
  at("office").textContent = hello.office;
  session.show(hello);
  at("opening").textContent = hello.opening[currentLanguage()] ?? "";
  at("opening").hidden = Boolean(hello.who) || !at("opening").textContent;
  at("demo").hidden = !hello.demo;
  at("persona-field").hidden = !hello.personas.length;
  persona.replaceChildren(
    ...hello.personas.map((who) => new Option(who[currentLanguage()], who.key)),
  );
  persona.value = hello.persona ?? "";
  showWelcome();
}

// An empty chat says what can be asked, for this person.
function showWelcome() {
  const { hello } = state;
  at("welcome").hidden = !hello || !log.isEmpty;
  if (!hello || !log.isEmpty) return;
  const staff = hello.role === "citizen" ? "citizen" : "chanh-van-phong";
  const mine = suggestions[hello.persona] ?? suggestions[staff];
  at("suggestions").replaceChildren(
    ...(mine?.[currentLanguage()] ?? []).map((text) => {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = text;
      button.addEventListener("click", () => {
        say(text);
        words.focus();
      });
      item.append(button);
      return item;
    }),
  );
}

function speakPage(language) {
  speak(language);
  kept.set("language", language);
  at("language").textContent = word("otherLanguage");
  at("language").lang = language === "vi" ? "en" : "vi";
  countUnread(state.unread);
  log.redraw();
  session.redraw();
  showOffice();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  say(words.value);
  words.focus();
});
words.addEventListener("input", grow);
words.addEventListener("keydown", (event) => {
  // Enter also ends a word in Vietnamese input methods: that is not yet a wish to send.
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  form.requestSubmit();
});
persona.addEventListener("change", () => {
  kept.set("persona", persona.value);
  connection.send({ be: persona.value });
});
at("language").addEventListener("click", () => {
  speakPage(currentLanguage() === "vi" ? "en" : "vi");
});
at("older").addEventListener("click", () => connection.send({ before: log.firstId }));
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) countUnread(0);
});

// `/#hoi=…`, from a messenger on which less may be said: the question is filled in, and sent only by
// the visitor's own hand.
function readQuestion() {
  if (!location.hash.startsWith("#hoi=")) return;
  const asked = new URLSearchParams(location.hash.slice(1)).get("hoi") ?? "";
  history.replaceState(null, "", location.pathname + location.search);
  words.value = state.asked = asked.slice(0, LONGEST_QUESTION);
  grow();
}

speakPage(kept.get("language") ?? "vi");
words.value = kept.get("draft", "sessionStorage") ?? "";
grow();
readQuestion();
addEventListener("hashchange", readQuestion);
// On a phone the keyboard would hide half the page before anything was read.
if (matchMedia("(hover: hover)").matches) words.focus();
watchForFiles({ button: at("attach"), input: at("file"), send: sendFile });
connection.open();
session.readAddress();
suggestions = await (await fetch("/static/suggestions.json")).json();
showWelcome();
