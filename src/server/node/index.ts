export {
  fastifyConnection,
  type FastifyConnectionOptions,
  type FastifyReplyLike,
  type FastifyRequestLike,
  type FastifyScope,
} from "./fastifyConnection.js";
export { koaConnection, type KoaContext } from "./koaConnection.js";
export { nodeListener } from "./nodeListener.js";
