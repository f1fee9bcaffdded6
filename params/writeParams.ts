import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { routes } from "../src/simulator/api/routes.js";
import { paramSource } from "./paramSource.js";

/** `npm run params`: writes what the installed `stripe` package takes into the simulator's source. */
const file = fileURLToPath(new URL("../src/simulator/params/stripeParams.ts", import.meta.url));
writeFileSync(file, paramSource(routes.map(({ operation }) => operation)));
