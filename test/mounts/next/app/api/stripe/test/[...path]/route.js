import { connectionsAt } from "../../../../../connections.js";

const answer = (request) => connectionsAt("/api/stripe/test").fetch(request);
export { answer as GET, answer as POST };
