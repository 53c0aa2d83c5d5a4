// The assistant's words may be bold or a link; everything else is shown as text. Names and
// subjects come from people, so nothing is trusted: what is allowed is built anew.

const PLAIN = { b: "b", strong: "b", i: "i", em: "i", u: "u", s: "s", code: "code", pre: "pre" };
const DROPPED = new Set(["script", "style", "template", "iframe", "object", "svg", "math"]);
const SCHEMES = new Set(["http:", "https:", "mailto:", "tel:"]);

// A fragment with only b, i, u, s, code, pre and a in it.
export function safeFragment(html) {
  const fragment = document.createDocumentFragment();
  const parsed = new DOMParser().parseFromString(`<body>${html}`, "text/html");
  copyChildren(parsed.body, fragment);
  return fragment;
}

function copyChildren(from, to) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.append(node.data);
    else if (node.nodeType === Node.ELEMENT_NODE) copyElement(node, to);
  }
}

function copyElement(element, to) {
  const name = element.localName;
  if (DROPPED.has(name)) return;
  const made = name === "a" ? safeLink(element) : PLAIN[name] && document.createElement(PLAIN[name]);
  if (made) to.append(made);
  copyChildren(element, made ?? to);
}

function safeLink(element) {
  let target;
  try {
    target = new URL(element.getAttribute("href") ?? "", location.href);
  } catch {
    return null;
  }
  if (!SCHEMES.has(target.protocol)) return null;
  const link = document.createElement("a");
  link.href = target.href;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
}
