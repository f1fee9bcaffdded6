import { mounted } from "../../../../../connections.js";

export const { GET, POST } = mounted;
