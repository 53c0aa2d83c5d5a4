// Whose this page is: their name in the head, signing out, and linking by the page's address.

import { ask, askNoMore } from "./ask.js";
import { word } from "./words.js";

const at = (id) => document.getElementById(id);

export class Session {
  // `leave` signs out; `link` uses a code, once the visitor has agreed.
  constructor({ leave, link }) {
    Object.assign(this, { leave, link, who: null, last: null });
    at("leave").addEventListener("click", () => this.askToLeave());
    addEventListener("hashchange", () => this.readAddress());
  }

  show(hello) {
    this.who = hello?.who ?? null;
    at("who").hidden = !this.who;
    at("who-name").textContent = this.who?.name ?? "";
    at("who-title").textContent = this.who?.title ?? "";
    if (this.who) this.tell(null);
  }

  // Why nobody is signed in any more, and how to come back; stays until something is asked.
  tell(over) {
    this.last = over;
    this.redraw();
    if (over) askNoMore();
  }

  redraw() {
    const told = this.last;
    at("notice").hidden = !told;
    at("notice").textContent = told ? word(`over-${told.why}`).replace("{hours}", told.hours) : "";
  }

  async askToLeave() {
    const sure = await ask({
      question: word("leaveQuestion"),
      more: word("leaveMore"),
      yes: word("leave"),
      no: word("stay"),
    });
    if (sure) this.leave();
  }

  // `/#ma=CODE`: what follows # reaches no server and no log. It is sent only by a person's own
  // hand: a preview of the link, or whoever opens it unasked, must not use the code up.
  async readAddress() {
    if (!location.hash.startsWith("#ma=")) return;
    const [code] = /^[\w-]{4,40}$/.exec(location.hash.slice("#ma=".length)) ?? [];
    history.replaceState(null, "", location.pathname + location.search);
    if (!code) return;
    const agreed = await ask({
      question: word("linkQuestion"),
      more: word("linkMore"),
      yes: word("link"),
      no: word("linkNot"),
    });
    if (agreed) this.link(code);
  }
}
