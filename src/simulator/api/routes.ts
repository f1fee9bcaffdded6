import { eventRoutesV2 } from "../v2/eventRoutesV2.js";
import { accountRoutesV2 } from "../v2/accountRoutesV2.js";
import type { StripeApi } from "../params/judgeParams.js";
import { loginLinkRoute } from "../dashboard/loginLinkRoute.js";
import { accountRoutes } from "./accountRoutes.js";
import { platformRoutes } from "./platformRoutes.js";
import { rejectionRoutes } from "./rejectionRoutes.js";
import type { Route } from "./route.js";
import { sessionRoutes } from "./sessionRoutes.js";

/** Everything that the simulator plays of Stripe's API. `docs/simulator.md` lists it. */
export const routes: readonly Route[] = [
  ...accountRoutes,
  ...rejectionRoutes,
  ...sessionRoutes,
  loginLinkRoute,
  ...platformRoutes,
  ...accountRoutesV2,
  ...eventRoutesV2,
];

/** Which of Stripe's two APIs a path belongs to: they differ in bodies and errors. */
export const apiOf = (path: string): StripeApi => (path.startsWith("/v2/") ? "v2" : "v1");

export const routeFor = (method: string, path: string): Route | undefined =>
  routes.find((route) => route.method === method && route.path.test(path));
