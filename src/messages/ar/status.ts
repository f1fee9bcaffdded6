import type { Messages } from "../messages.js";

export const status = {
  not_connected: "غير مرتبط",
  connecting: "جارٍ الربط",
  in_progress: "قيد التنفيذ",
  connected: "مرتبط",
  error: "يلزم اتخاذ إجراء",
} satisfies Messages["status"];
