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
    signedIn: "Đang đăng nhập:",
    leave: "Đăng xuất",
    stay: "Ở lại",
    leaveQuestion: "Đăng xuất khỏi trình duyệt này?",
    leaveMore: "Nội dung trò chuyện ở đây sẽ được xóa. Muốn vào lại, anh/chị cần một mã mới.",
    link: "Liên kết",
    linkNot: "Không liên kết",
    linkQuestion: "Liên kết trình duyệt này với tài khoản cán bộ?",
    linkMore: "Chỉ đồng ý khi mã này được cấp cho chính anh/chị, và đây không phải máy dùng chung ngoài cơ quan.",
    "over-left": "Anh/chị đã đăng xuất. Nội dung trò chuyện trên trang này đã được xóa.",
    "over-idle": "Phiên làm việc đã kết thúc vì trang không được dùng trong {hours} giờ. Để vào lại, mời anh/chị nhắn “mã cho trang web của tôi” trên kênh khác đã liên kết (chẳng hạn Telegram), hoặc xin quản trị một mã mới.",
    "over-ended": "Phiên làm việc trên trang này đã kết thúc: quá {hours} giờ không dùng, hoặc liên kết đã được kết thúc ở nơi khác. Để vào lại, mời anh/chị nhắn “mã cho trang web của tôi” trên kênh khác đã liên kết (chẳng hạn Telegram), hoặc xin quản trị một mã mới.",
    attach: "Đính kèm ảnh, tệp PDF hoặc bảng tính",
    sentFile: "Đã gửi một ảnh hoặc tệp (không lưu lại)",
    fileTooBig: "Tệp lớn hơn 10 MB, mời anh/chị gửi tệp nhỏ hơn.",
    fileKind: "Ở đây chỉ nhận ảnh, tệp PDF và bảng tính (.xlsx, .csv), mời anh/chị chọn tệp khác.",
    fileBusy: "Máy chủ đang nhận nhiều tệp, mời anh/chị gửi lại sau ít phút.",
    fileFailed: "Chưa gửi được tệp, mời anh/chị thử lại.",
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
    signedIn: "Signed in:",
    leave: "Sign out",
    stay: "Stay",
    leaveQuestion: "Sign out of this browser?",
    leaveMore: "The conversation here will be deleted. To come back you will need a new code.",
    link: "Link",
    linkNot: "Do not link",
    linkQuestion: "Link this browser to a staff account?",
    linkMore: "Agree only if the code was given to you yourself, and this is not a computer that people outside the office share.",
    "over-left": "You have signed out. The conversation on this page has been deleted.",
    "over-idle": "The session has ended because the page was not used for {hours} hours. To come back, write “code for my web page” on another linked channel (such as Telegram), or ask the administrator for a new code.",
    "over-ended": "The session on this page has ended: it was not used for {hours} hours, or the link was ended elsewhere. To come back, write “code for my web page” on another linked channel (such as Telegram), or ask the administrator for a new code.",
    attach: "Attach a photo, a PDF or a sheet",
    sentFile: "Sent a photo or file (not kept)",
    fileTooBig: "The file is larger than 10 MB, please send a smaller one.",
    fileKind: "Only pictures, PDF files and sheets (.xlsx, .csv) are taken here, please choose another file.",
    fileBusy: "The server is receiving many files, please send it again in a few minutes.",
    fileFailed: "The file was not sent, please try again.",
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
