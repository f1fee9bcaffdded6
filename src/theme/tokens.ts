/** Light or dark, or as the reader's system has it. */
export type ColorScheme = "light" | "dark" | "auto";

/** How the components look. */
export interface ConnectionTheme {
  /** Default: `auto`. */
  colorScheme?: ColorScheme;
}
