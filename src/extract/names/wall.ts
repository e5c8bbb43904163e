/** Characters that end a name. */

/** Characters that a name may hold; all else is a wall, which `leftEdge` crosses only as whole quotes or brackets. */
const INSIDE = /[\p{Script=Han}\p{L}\p{N}·.\-#&～~—/]/u;
const inside = Uint8Array.from({ length: 65536 }, (_, i) => (INSIDE.test(String.fromCharCode(i)) ? 1 : 0));

/** A dot or dash is part of a name only between letters or figures, a lone dash also between characters. */
export function isWall(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  if (inside[c] !== 1) return true;
  if (c === 0x2014) return text.charCodeAt(at - 1) === c || text.charCodeAt(at + 1) === c;
  if (c !== 0x2e) return false;
  return !(isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1)));
}

const isDigit = (c: number): boolean => c >= 48 && c <= 57;
