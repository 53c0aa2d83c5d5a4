// The socket: opened again by itself, each time after a longer wait.

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30000;
const NO_VISITOR = 4401;
const TOO_MANY_TABS = 1013;

const OVER = 4403;

// `query` gives what the page shows already; `heard` takes frames; `expired` is told that the
// session was over when the page came; `changed` is told "open", "lost", "cookies" or "tabs".
export class Connection {
  constructor({ query, heard, expired, changed }) {
    Object.assign(this, { query, heard, expired, changed, socket: null, timer: 0 });
    Object.assign(this, { wait: FIRST_WAIT, anew: false });
    addEventListener("online", () => this.again());
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) this.again();
    });
  }

  get isOpen() {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  send(frame) {
    if (!this.isOpen) return false;
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  // Try now what was to be tried later.
  again() {
    if (!this.timer) return;
    clearTimeout(this.timer);
    this.timer = 0;
    this.open();
  }

  // Come in again with the cookie that the server gives then; `anew` asks for another one.
  renew(seconds = 0, anew = false) {
    const { socket } = this;
    this.socket = null;
    socket?.close();
    clearTimeout(this.timer);
    this.anew = anew;
    this.timer = setTimeout(() => this.again(), seconds * 1000);
  }

  async open() {
    try {
      // The cookie is given here: after a link from another site the page comes without it.
      const address = this.anew ? "/chat/visitor?anew=true" : "/chat/visitor";
      const answer = await fetch(address, { method: "POST" });
      if (answer.ok) this.anew = false;
      if (answer.status === 200) this.expired(await answer.json());
    } catch {
      this.later();
      return;
    }
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const socket = new WebSocket(`${scheme}://${location.host}/chat/socket?${this.query()}`);
    this.socket = socket;
    socket.onmessage = (event) => {
      if (this.socket !== socket) return;
      this.wait = FIRST_WAIT;
      this.heard(JSON.parse(event.data));
    };
    socket.onopen = () => this.changed("open");
    socket.onclose = (event) => {
      if (this.socket !== socket || event.code === OVER) return;
      if (event.code === NO_VISITOR) this.changed("cookies");
      else if (event.code === TOO_MANY_TABS) this.changed("tabs");
      else this.later();
    };
  }

  later() {
    this.changed("lost");
    const jitter = 0.75 + Math.random() / 2;
    this.timer = setTimeout(() => {
      this.timer = 0;
      this.open();
    }, this.wait * jitter);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
  }
}
