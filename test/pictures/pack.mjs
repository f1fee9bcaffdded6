// Writes the kept pictures anew with 256 colours each, in a quarter of the bytes. What that changes is far below what the
// comparison takes for a difference.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { crc32, deflateSync, inflateSync } from "node:zlib";

const kept = fileURLToPath(new URL("kept", import.meta.url));
const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/** The chunks of a PNG, those of one kind joined. */
function chunksOf(file) {
  const chunks = new Map();
  for (let at = SIGNATURE.length; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const kind = file.toString("latin1", at + 4, at + 8);
    const data = file.subarray(at + 8, at + 8 + length);
    chunks.set(kind, Buffer.concat([chunks.get(kind) ?? Buffer.alloc(0), data]));
    at += 12 + length;
  }
  return chunks;
}

const paeth = (a, b, c) => {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
};

/** What a filter of PNG took away from a byte: of its neighbours to the left, above, and above that. */
const FILTERS = [() => 0, (a) => a, (_, b) => b, (a, b) => (a + b) >> 1, paeth];

/** Bytes of a picture's pixels, row by row. */
function pixelsOf(packed, width, height, size) {
  const row = width * size;
  const pixels = Buffer.alloc(row * height);
  for (let y = 0; y < height; y += 1) {
    const filter = FILTERS[packed[y * (row + 1)]];
    for (let x = 0; x < row; x += 1) {
      const at = y * row + x;
      const left = x < size ? 0 : pixels[at - size];
      const above = y === 0 ? 0 : pixels[at - row];
      const corner = x < size || y === 0 ? 0 : pixels[at - row - size];
      pixels[at] = packed[y * (row + 1) + 1 + x] + filter(left, above, corner);
    }
  }
  return pixels;
}

function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

const parts = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];
const isNear = ([r, g, b], [red, green, blue], most) =>
  Math.abs(r - red) <= most && Math.abs(g - green) <= most && Math.abs(b - blue) <= most;

/** At most 256 colours, and which of them stands for each: the frequent ones stay what they are, the edges of letters give way. */
function paletteOf(colours, most = 2) {
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = [];
  const indexes = new Map();
  for (const [colour] of [...counts].sort(([, a], [, b]) => b - a)) {
    const own = parts(colour);
    const near = palette.findIndex((other) => isNear(own, parts(other), most));
    indexes.set(colour, near === -1 ? palette.push(colour) - 1 : near);
    if (palette.length > 256) return paletteOf(colours, most + 1);
  }
  return { palette, indexes };
}

function pack(width, height, pixels, size) {
  const colours = Array.from({ length: width * height }, (_, index) => pixels.readUIntBE(index * size, 3));
  const { palette, indexes } = paletteOf(colours);
  const rows = Buffer.alloc((width + 1) * height);
  for (const [index, colour] of colours.entries()) {
    rows[Math.floor(index / width) * (width + 1) + 1 + (index % width)] = indexes.get(colour);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  const table = Buffer.alloc(palette.length * 3);
  for (const [index, colour] of palette.entries()) table.writeUIntBE(colour, index * 3, 3);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", table),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

let before = 0;
let after = 0;
for (const name of readdirSync(kept)) {
  const file = readFileSync(`${kept}/${name}`);
  const chunks = chunksOf(file);
  const header = chunks.get("IHDR");
  const [width, height, depth, kind] = [header.readUInt32BE(0), header.readUInt32BE(4), header[8], header[9]];
  const size = { 2: 3, 6: 4 }[kind];
  before += file.length;
  after += file.length;
  if (depth !== 8 || size === undefined) continue;
  const packed = pack(width, height, pixelsOf(inflateSync(chunks.get("IDAT")), width, height, size), size);
  if (packed.length >= file.length) continue;
  writeFileSync(`${kept}/${name}`, packed);
  after += packed.length - file.length;
}
console.log(
  `${readdirSync(kept).length} pictures: ${Math.round(before / 1024)} kB, now ${Math.round(after / 1024)} kB`,
);
