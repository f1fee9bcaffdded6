export { GET, POST } from "../../../../../lib/stripe-connection";
