import { handler } from "../stripe.server";
import type { Route } from "./+types/stripe";

export const loader = ({ request }: Route.LoaderArgs) => handler.fetch(request);
export const action = ({ request }: Route.ActionArgs) => handler.fetch(request);
