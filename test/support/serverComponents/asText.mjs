// Node reads modules as bytes; React's loader takes text only, and no map whose address is relative.
export async function load(url, context, nextLoad) {
  const loaded = await nextLoad(url, context);
  const isText = loaded.format !== "module" || typeof loaded.source === "string";
  const source = () =>
    Buffer.from(loaded.source)
      .toString()
      .replace(/^\/\/# sourceMappingURL=.*$/m, "");
  return isText ? loaded : { ...loaded, source: source() };
}
