import { route, type RouteConfig } from "@react-router/dev/routes";

export default [
  route("api/stripe/test/*", "routes/stripe.ts"),
  route("settings/billing", "routes/billing.tsx"),
] satisfies RouteConfig;
