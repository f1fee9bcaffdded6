import { createPostgresStore } from "react-stripe-connection/postgres";
import { prisma } from "./prismaClient.js";

export const store = createPostgresStore({
  query: async (text, params) => ({ rows: await prisma.$queryRawUnsafe<unknown[]>(text, ...params) }),
});
