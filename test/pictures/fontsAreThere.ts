/** Widths of one text each in the two fonts that the pictures are drawn in, at 100 px. */
const TEXTS = {
  Inter: ['100px "Inter Variable"', "Stripe"],
  "DejaVu Sans": ['100px "DejaVu Sans"', "سترايب"],
} as const;

/**
 * Inter comes with the tests, and has no Arabic letters. Those are drawn with DejaVu Sans, which comes with fontconfig
 * on Debian and its like: with any other font every Arabic picture would differ, and nobody would know why.
 */
export async function fontsAreThere(): Promise<void> {
  await Promise.all(["400", "500", "600"].map((weight) => document.fonts.load(`${weight} 14px "Inter Variable"`)));
  const context = document.createElement("canvas").getContext("2d");
  if (!context) throw new Error("This browser draws no text, so its fonts can't be told.");
  for (const [name, [font, text]] of Object.entries(TEXTS)) {
    const width = (family: string) => {
      context.font = family;
      return context.measureText(text).width;
    };
    if (width(`${font}, serif`) !== width(`${font}, monospace`)) {
      throw new Error(
        `The pictures are drawn with ${name}, which is not installed. On Debian: apt-get install fonts-dejavu-core`,
      );
    }
  }
}
