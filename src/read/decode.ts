/** Bytes become text: byte order mark, then strict UTF-8, then strict GB18030, else an error. */
import { z } from 'zod';
import { GovGraphError } from '../errors.js';
import { readLexicon } from '../lexicon.js';

let signatures: { bytes: Buffer; kind: string; hint: string }[] | undefined;

function loadSignatures() {
  signatures ??= readLexicon(
    'magic',
    z.object({ hex: z.string().regex(/^([0-9A-F]{2})+$/), kind: z.string().min(1), hint: z.string().min(1) }),
  ).map(({ hex, kind, hint }) => ({ bytes: Buffer.from(hex, 'hex'), kind, hint }));
  return signatures;
}

const strict = (encoding: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Share of NUL bytes from which a file without a byte order mark counts as binary. */
const NUL_SHARE = 0.01;

function countNul(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(0); at !== -1; at = bytes.indexOf(0, at + 1)) count++;
  return count;
}

function refuseBinary(bytes: Buffer, file: string): void {
  const found = loadSignatures().find((magic) => bytes.subarray(0, magic.bytes.length).equals(magic.bytes));
  if (!found) return;
  throw new GovGraphError('INPUT_BINARY', `not a text file: ${found.kind}`, {
    where: file,
    hint: found.hint,
  });
}

/** UTF-8 text with a few bad bytes would come out of GB18030 as nonsense, so it is told from real GB18030 here. */
function refuseBrokenUtf8(bytes: Buffer, file: string): void {
  const text = bytes.toString('utf8');
  let bad = 0;
  let wide = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) bad++;
    else if (unit >= 0x800) wide++;
  }
  if (wide > 4 * bad) throw undecodable(text, file);
}

function undecodable(utf8: string, file: string): GovGraphError {
  const offset = Buffer.byteLength(utf8.slice(0, utf8.indexOf('\uFFFD')));
  return new GovGraphError(
    'INPUT_ENCODING',
    `neither UTF-8 nor GB18030: first bad byte at offset ${offset}`,
    { where: file, hint: 'save the file as UTF-8 and try again' },
  );
}

/**
 * Decodes one file.
 * @param bytes the whole file
 * @param file its name, for errors
 * @returns the text without byte order mark and nothing else changed, and the encoding found
 * @throws GovGraphError INPUT_EMPTY, INPUT_BINARY or INPUT_ENCODING
 */
export function decode(bytes: Buffer, file: string): { text: string; encoding: string } {
  const decoded = decodeBytes(bytes, file);
  if (!/\S/.test(decoded.text)) {
    throw new GovGraphError('INPUT_EMPTY', 'the file holds no text', {
      where: file,
      hint: 'give a file with the text of a report',
    });
  }
  return decoded;
}

function decodeBytes(bytes: Buffer, file: string): { text: string; encoding: string } {
  // A lone surrogate in UTF-16 becomes U+FFFD, which the document stage marks as damage.
  for (const [encoding, mark] of [
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
  ] as const) {
    if (bytes[0] === mark[0] && bytes[1] === mark[1]) {
      return { text: new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(2)), encoding };
    }
  }
  const body = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  refuseBinary(body, file);
  const nuls = countNul(body);
  if (nuls > body.length * NUL_SHARE) {
    throw new GovGraphError('INPUT_BINARY', `not a text file: ${nuls} NUL bytes`, {
      where: file,
      hint: 'give plain text; UTF-16 needs a byte order mark',
    });
  }
  const utf8 = strict('utf-8', body);
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8' };
  refuseBrokenUtf8(body, file);
  const gb = nuls === 0 ? strict('gb18030', body) : undefined;
  if (gb !== undefined) return { text: gb, encoding: 'gb18030' };
  throw undecodable(body.toString('utf8'), file);
}
