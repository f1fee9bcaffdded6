import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BillingSettings } from "./BillingSettings";

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <BillingSettings />
  </StrictMode>,
);
