import express from "express";
import { nodeListener } from "react-stripe-connection/node";
import { handler } from "./handler";

const app = express();
app.use("/api/stripe/test", nodeListener(handler));
const server = app.listen(0, "127.0.0.1", () => console.log(JSON.stringify(server.address())));
