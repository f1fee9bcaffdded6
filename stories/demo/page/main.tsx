import "@fontsource-variable/inter/wght.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BOOT_ELEMENT, type BootData } from "../bootData.js";
import { createDemoNetwork } from "./demoNetwork.js";
import { DemoPage } from "./DemoPage.js";

const bootElement = document.getElementById(BOOT_ELEMENT);
const root = document.getElementById("root");
if (!bootElement?.textContent || !root) throw new Error("The page is not the one that the demo's server writes.");

createRoot(root).render(
  <StrictMode>
    {/* The server wrote it, in this shape. */}
    <DemoPage boot={JSON.parse(bootElement.textContent) as BootData} network={createDemoNetwork()} />
  </StrictMode>,
);
