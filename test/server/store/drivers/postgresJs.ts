import postgres from "postgres";
import { createPostgresStore } from "react-stripe-connection/postgres";

export const sql = postgres(process.env.DATABASE_URL!);

export const store = createPostgresStore({
  query: async (text, params) => ({ rows: await sql.unsafe(text, params) }),
  async listen(channel, onPayload, onDrop) {
    let connections = 0;
    const { unlisten } = await sql.listen(channel, onPayload, () => {
      connections += 1;
      if (connections > 1) onDrop();
    });
    return unlisten;
  },
});
