import "reflect-metadata";
import type { ServerResponse } from "node:http";
import { All, Controller, type ExecutionContext, Module, Req, Res, UseGuards } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import type { NestExpressApplication } from "@nestjs/platform-express";
import type { Request } from "express";
import type { ConnectionHandler } from "react-stripe-connection/server";
import { nodeListener } from "react-stripe-connection/node";
import { onTestFinished } from "vitest";
import { BASE } from "../support/backEnd.js";

// Vitest compiles no decorators of parameters: they are called as the functions that they are.

/** Puts a user on the request, as a guard of Passport's does. Stripe has no session, and its signature is checked. */
class SessionGuard {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request & { user?: object }>();
    request.user = { name: request.headers.authorization };
    return true;
  }
}

/** NestJS as generated, with the handler in a controller behind a guard. `parser`: its body parser comes first. */
export async function listenNest(handler: ConnectionHandler, { rawBody }: { rawBody: boolean }): Promise<string> {
  const listener = nodeListener(handler);
  class StripeController {
    handle(request: Request, response: ServerResponse) {
      return listener(request, response);
    }
  }
  const method = Object.getOwnPropertyDescriptor(StripeController.prototype, "handle");
  if (method) All("*path")(StripeController.prototype, "handle", method);
  Req()(StripeController.prototype, "handle", 0);
  Res()(StripeController.prototype, "handle", 1);
  UseGuards(SessionGuard)(StripeController);
  Controller(BASE.slice(1))(StripeController);
  class AppModule {}
  Module({ controllers: [StripeController] })(AppModule);
  const app = await NestFactory.create<NestExpressApplication>(AppModule, { rawBody, logger: false });
  await app.listen(0, "127.0.0.1");
  onTestFinished(async () => {
    app.getHttpServer().closeAllConnections();
    await app.close();
  });
  return app.getUrl();
}
