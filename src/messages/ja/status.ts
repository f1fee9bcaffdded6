import type { Messages } from "../messages.js";

export const status = {
  not_connected: "未連携",
  connecting: "連携処理中",
  in_progress: "手続き中",
  connected: "連携済み",
  error: "対応が必要",
} satisfies Messages["status"];
