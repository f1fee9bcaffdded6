import { PGlite } from "@electric-sql/pglite";
import { createPostgresStore } from "react-stripe-connection/postgres";

export const db = new PGlite(process.env.DATABASE_FOLDER);

export const store = createPostgresStore({
  open: () => db.waitReady,
  query: (text, params) => db.query(text, params),
  listen: (channel, onPayload) => db.listen(channel, onPayload),
});
