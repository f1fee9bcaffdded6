import { tanstackStart } from "@tanstack/react-start/plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, loadEnv } from "vite";

export default defineConfig(({ mode }) => {
  // Server code reads process.env, where Vite puts nothing of .env by itself.
  Object.assign(process.env, { ...loadEnv(mode, process.cwd(), ""), ...process.env });
  return { plugins: [tanstackStart(), react()] };
});
