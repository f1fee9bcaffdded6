import { pgTable, text } from "drizzle-orm/pg-core";

export const orgs = pgTable("orgs", { id: text("id").primaryKey() });
