import { addons } from "storybook/manager-api";
import { create } from "storybook/theming";

const isDark = window.matchMedia("(prefers-color-scheme: dark)").matches;

addons.setConfig({
  theme: create({
    base: isDark ? "dark" : "light",
    brandTitle: "react-stripe-connection",
    brandTarget: "_self",
    colorPrimary: isDark ? "#7f78ff" : "#5a50f0",
    colorSecondary: isDark ? "#7f78ff" : "#5a50f0",
  }),
});
