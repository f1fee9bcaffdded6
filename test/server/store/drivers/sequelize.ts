import { createPostgresStore } from "react-stripe-connection/postgres";
import { QueryTypes, Sequelize } from "sequelize";

export const sequelize = new Sequelize(process.env.DATABASE_URL!, { logging: false });

export const store = createPostgresStore({
  query: async (text, params) => {
    // The migration has no parameters, and Sequelize would take its dollar quotes for some.
    const bind = params.length > 0 ? { bind: params } : {};
    return { rows: await sequelize.query(text, { ...bind, type: QueryTypes.SELECT }) };
  },
});
