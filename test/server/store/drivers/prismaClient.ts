import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";

/** A host's `prisma`, as far as the recipe uses it. */
interface PrismaClient {
  $queryRawUnsafe<T>(text: string, ...params: unknown[]): Promise<T>;
  $disconnect(): Promise<void>;
}

const root = fileURLToPath(new URL("../../../..", import.meta.url));
// Below node_modules, so that what the generated client imports resolves.
const folder = `${root}/node_modules/.cache/prisma-client`;
const SCHEMA = `generator client {
  provider = "prisma-client"
  output = "./generated"
}
datasource db {
  provider = "postgresql"
}
model Org {
  id String @id
}
`;

mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/schema.prisma`, SCHEMA);
execFileSync(
  process.execPath,
  [`${root}/node_modules/prisma/build/index.js`, "generate", "--schema", `${folder}/schema.prisma`],
  {
    cwd: folder,
    stdio: "pipe",
    // Generating needs no engine. Without this name Prisma downloads one.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
  },
);

const { PrismaClient } = (await import(pathToFileURL(`${folder}/generated/client.ts`).href)) as {
  PrismaClient: new (options: { adapter: PrismaPg }) => PrismaClient;
};

export const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: process.env["DATABASE_URL"] }) });
