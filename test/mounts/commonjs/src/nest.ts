import "reflect-metadata";
import { Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { nodeListener } from "react-stripe-connection/server";
import { handler } from "./handler";

@Module({})
class AppModule {}

async function bootstrap() {
  const app = await NestFactory.create(AppModule, { logger: false });
  app.use("/api/stripe/test", nodeListener(handler));
  await app.listen(0, "127.0.0.1");
  console.log(JSON.stringify(app.getHttpServer().address()));
}
void bootstrap();
