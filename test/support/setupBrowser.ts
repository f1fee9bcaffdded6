import "./withoutDevTools.js";
import { beforeEach } from "vitest";
import { commands } from "vitest/browser";
import "./setup.js";

beforeEach(() => commands.parkPointer());
