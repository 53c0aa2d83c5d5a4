// The words of the page itself, in both languages. What the assistant says comes from the server.

export const WORDS = {
  vi: {
    title: "Trợ lý Văn phòng",
    skip: "Đến ô nhập câu hỏi",
    persona: "Đóng vai",
    demo: "BẢN TRÌNH DIỄN, số liệu không có thật",
    conversation: "Cuộc trò chuyện",
    older: "Xem tin cũ hơn",
    newer: "Có tin mới",
    welcome: "Kính chào anh/chị",
    invitation: "Mời anh/chị hỏi về lịch họp, văn bản, hồ sơ, đơn thư hoặc thông tin của Văn phòng. Chẳng hạn:",
    question: "Câu hỏi",
    placeholder: "Gõ câu hỏi hoặc mã hồ sơ…",
    send: "Gửi",
    hint: "Enter để gửi, Shift + Enter để xuống dòng",
    me: "Anh/chị",
    assistant: "Trợ lý",
    edited: "đã sửa",
    sending: "đang gửi…",
    today: "Hôm nay",
    yesterday: "Hôm qua",
    connecting: "Đang kết nối…",
    reconnecting: "Mất kết nối, đang kết nối lại…",
    connected: "Đã kết nối lại.",
    kept: "Chưa gửi được vì đang mất kết nối. Câu hỏi vẫn còn trong ô nhập.",
    tooLong: "Tin nhắn quá dài, mời anh/chị rút gọn giúp.",
    unreadable: "Máy chủ không đọc được tin này, mời anh/chị thử lại.",
    cookies: "Trang này cần cookie để nhận ra anh/chị. Xin bật cookie rồi tải lại trang.",
    tabs: "Anh/chị đang mở quá nhiều trang. Xin đóng bớt rồi tải lại trang này.",
    weekdays: ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"],
    otherLanguage: "English",
  },
  en: {
    title: "Office Assistant",
    skip: "Go to the question box",
    persona: "Speak as",
    demo: "DEMONSTRATION, no real data",
    conversation: "Conversation",
    older: "Show earlier messages",
    newer: "New messages",
    welcome: "Welcome",
    invitation: "Ask about meetings, documents, dossiers, petitions or the office itself. For example:",
    question: "Question",
    placeholder: "Type a question or a dossier code…",
    send: "Send",
    hint: "Enter sends, Shift + Enter starts a new line",
    me: "You",
    assistant: "Assistant",
    edited: "edited",
    sending: "sending…",
    today: "Today",
    yesterday: "Yesterday",
    connecting: "Connecting…",
    reconnecting: "Connection lost, connecting again…",
    connected: "Connected again.",
    kept: "Not sent: there is no connection now. Your question is still in the box.",
    tooLong: "This message is too long, please shorten it.",
    unreadable: "The server could not read this message, please try again.",
    cookies: "This page needs a cookie to recognise you. Please allow cookies and reload.",
    tabs: "Too many pages are open. Please close some and reload this one.",
    weekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
    otherLanguage: "Tiếng Việt",
  },
};

let language = "vi";

export const word = (name) => WORDS[language][name];
export const currentLanguage = () => language;

// Puts the page's own words into one language.
export function speak(chosen) {
  language = chosen in WORDS ? chosen : "vi";
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = word(element.dataset.word);
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", word(element.dataset.label));
  }
  for (const element of document.querySelectorAll("[data-placeholder]")) {
    element.placeholder = word(element.dataset.placeholder);
  }
}

// How a moment reads in the office's zone.
export class OfficeTime {
  constructor(zone) {
    this.clock = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23",
    });
    this.calendar = new Intl.DateTimeFormat("en-CA", {
      timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit",
    });
  }

  time(moment) {
    return this.clock.format(moment);
  }

  // A day as 2026-11-24, to be compared.
  day(moment) {
    return this.calendar.format(moment);
  }

  // Hôm nay, Hôm qua, thứ Ba 24/11/2026.
  dayInWords(day) {
    const now = Date.now();
    if (day === this.day(now)) return word("today");
    if (day === this.day(now - 24 * 3600 * 1000)) return word("yesterday");
    const [year, month, date] = day.split("-");
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    return `${word("weekdays")[weekday]} ${date}/${month}/${year}`;
  }
}
