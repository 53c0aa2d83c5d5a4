// Where the reader is in the log, and what is brought into view.

const NEAR_THE_END = 80;
const ROOM_ABOVE = 12;

export class Reading {
  // `scroll` holds the lines; `newer` is the button that leads to what came meanwhile.
  constructor(scroll, newer) {
    Object.assign(this, { scroll, newer, top: 0 });
    this.follows = true; // the reader is where the newest is, and wants to see what comes
    this.anchor = null; // the line that stays in view while its answers arrive
    newer.addEventListener("click", () => this.toTheEnd());
    scroll.addEventListener("scroll", () => this.moved());
  }

  // A button was pressed: what it brings is wanted, wherever the reader is.
  expect() {
    this.follows = true;
    this.anchor = null;
  }

  // The answers to what was asked are all there.
  rest() {
    this.anchor = null;
  }

  // A long answer is shown from its question on, so that one need not scroll up to read it.
  bring(line, element) {
    if (!line.ours) this.anchor = element;
    else if (!this.follows) {
      if (!this.anchor) this.newer.hidden = false;
      return;
    }
    if (!this.anchor?.isConnected) this.anchor = element;
    const end = this.scroll.scrollHeight - this.scroll.clientHeight;
    const top = Math.min(this.anchor.offsetTop - ROOM_ABOVE, end);
    this.glide(top);
    this.follows = end - top < NEAR_THE_END;
  }

  // Runs a change of the lines above, and keeps the view where it is.
  whileStaying(change) {
    const below = this.scroll.scrollHeight - this.scroll.scrollTop;
    change();
    this.scroll.scrollTop = this.scroll.scrollHeight - below;
  }

  toTheEnd(behavior = "smooth") {
    this.glide(this.scroll.scrollHeight, behavior);
    this.follows = true;
    this.newer.hidden = true;
  }

  glide(top, behavior = "smooth") {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.scroll.scrollTo({ top, behavior: calm ? "instant" : behavior });
  }

  moved() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroll;
    if (scrollHeight - scrollTop - clientHeight < NEAR_THE_END) {
      this.follows = true;
      this.newer.hidden = true;
    } else if (scrollTop < this.top - 2) {
      this.follows = false; // only the reader scrolls up
    }
    this.top = scrollTop;
  }
}
