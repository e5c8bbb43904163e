import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GovGraphError } from '../src/errors.js';
import { expandInputs } from '../src/read/inputs.js';
import { MAX_BYTES, readSource, sourceFromBytes } from '../src/read/read.js';

const TEXT = '云溪县人民政府工作报告\n全年地区生产总值增长6.1%。\n';
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'govgraph-read-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function put(name: string, bytes: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(GovGraphError);
    const known = error as GovGraphError;
    expect(known.exitCode).toBe(2);
    expect(known.where, 'an error says where').toBeTruthy();
    expect(known.hint, 'an error says what to do').toBeTruthy();
    return known.code;
  }
  return 'none';
}

/** GB18030 is written by hand: Node only decodes it. */
const GB18030 = Buffer.from('d4c6cfaacfd8a1a3', 'hex'); // 云溪县。

describe('decoding', () => {
  const utf16be = Buffer.from(TEXT, 'utf16le').swap16();
  it.each([
    ['utf-8', Buffer.from(TEXT)],
    ['utf-8', Buffer.from(`\uFEFF${TEXT}`)],
    ['utf-16le', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be])],
  ])('reads %s and drops the byte order mark', (encoding, bytes) => {
    expect(sourceFromBytes(bytes, 'x')).toMatchObject({ encoding, text: TEXT });
  });

  it('reads GB18030, four-byte characters too', () => {
    expect(sourceFromBytes(GB18030, 'x')).toMatchObject({ encoding: 'gb18030', text: '云溪县。' });
    const four = Buffer.concat([GB18030, Buffer.from('8139ee39', 'hex')]); // U+3400
    expect(sourceFromBytes(four, 'x').text).toBe('云溪县。㐀');
  });

  it('leaves composed and decomposed letters, line ends and NUL bytes as they are', () => {
    const text = `é e\u0301 Å\r\n第一\u0000行，${'常住人口增加。'.repeat(40)}`;
    expect(sourceFromBytes(Buffer.from(text), 'x').text).toBe(text);
  });

  it('keeps a second byte order mark, which is text', () => {
    expect(sourceFromBytes(Buffer.from(`\uFEFF\uFEFF县`), 'x').text).toBe('\uFEFF县');
  });

  it('turns lone surrogates of UTF-16 into U+FFFD', () => {
    const bytes = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('县', 'utf16le'),
      Buffer.from([0x00, 0xd8]),
    ]);
    expect(sourceFromBytes(bytes, 'x').text).toBe('县\uFFFD');
  });

  it.each([
    ['a cut UTF-8 character', Buffer.from(TEXT).subarray(0, -2)],
    ['UTF-8 with a stray byte', Buffer.concat([Buffer.from(TEXT), Buffer.from([0xff])])],
    ['lone surrogates in UTF-8', Buffer.concat([Buffer.from(TEXT), Buffer.from('eda080', 'hex')])],
    ['GB18030 with bytes that it has not', Buffer.concat([GB18030, Buffer.from('ffff', 'hex')])],
    ['Latin-1', Buffer.from('Caf\xe9, na\xefve', 'latin1')],
  ])('refuses %s', (_, bytes) => {
    expect(codeOf(() => sourceFromBytes(bytes, 'x'))).toBe('INPUT_ENCODING');
  });

  it('names the offset of the first bad byte', () => {
    const bytes = Buffer.concat([Buffer.from('云溪县。'), Buffer.from([0xff]), Buffer.from('全县')]);
    expect(() => sourceFromBytes(bytes, 'x')).toThrow(/offset 12$/);
  });

  it('gives the same digest for the same bytes only', () => {
    const a = sourceFromBytes(Buffer.from(TEXT), 'a');
    expect(sourceFromBytes(Buffer.from(TEXT), 'b').sha256).toBe(a.sha256);
    expect(sourceFromBytes(Buffer.from(`\uFEFF${TEXT}`), 'a').sha256).not.toBe(a.sha256);
  });
});

describe('bad input', () => {
  it.each([
    ['empty.txt', '', 'INPUT_EMPTY'],
    ['bom.txt', '\uFEFF', 'INPUT_EMPTY'],
    ['blank.txt', ' \n\u3000\r\n', 'INPUT_EMPTY'],
    ['picture.txt', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'INPUT_BINARY'],
    ['report.docx', Buffer.from('504b030414000600', 'hex'), 'INPUT_BINARY'],
    ['report.pdf', '%PDF-1.7\n', 'INPUT_BINARY'],
    ['zeros.txt', new Uint8Array(64), 'INPUT_BINARY'],
    ['utf16-without-mark.txt', Buffer.from('GDP 2021, 5.1%', 'utf16le'), 'INPUT_BINARY'],
  ])('refuses %s', (name, bytes, code) => {
    expect(codeOf(() => readSource(put(name, bytes)))).toBe(code);
  });

  it('tells a missing file from a folder', () => {
    expect(codeOf(() => readSource(join(folder, 'no such 文件.txt')))).toBe('INPUT_NOT_FOUND');
    expect(codeOf(() => readSource(join(put('plain.txt', TEXT), 'below.txt')))).toBe('INPUT_NOT_FOUND');
    expect(codeOf(() => readSource(folder))).toBe('INPUT_IS_FOLDER');
  });

  it('refuses one line of 50 MB before reading it', () => {
    const file = put('long.txt', Buffer.alloc(50_000_000, '万'));
    const start = performance.now();
    expect(codeOf(() => readSource(file))).toBe('INPUT_TOO_LARGE');
    expect(performance.now() - start).toBeLessThan(500);
    expect(MAX_BYTES).toBeLessThan(50_000_000);
  });

  it('reads a path with spaces and Chinese', () => {
    expect(readSource(put('云溪县 报告 1.txt', TEXT)).text).toBe(TEXT);
  });
});

describe('inputs of a command', () => {
  it('expands a folder to its text files in order, each once', () => {
    const dir = join(folder, 'many');
    mkdirSync(join(dir, '乙'), { recursive: true });
    mkdirSync(join(dir, '.hidden'));
    for (const name of ['b.txt', 'a.TXT', 'notes.md', '乙/c.txt', '.hidden/d.txt', '.e.txt']) {
      writeFileSync(join(dir, name), TEXT);
    }
    const files = ['a.TXT', 'b.txt', '乙/c.txt'].map((name) => join(dir, name));
    expect(expandInputs([dir])).toEqual(files);
    expect(expandInputs([files[1] as string, dir, '-', '-'])).toEqual([files[1], files[0], files[2], '-']);
  });

  it('keeps a missing path, so that the reading reports it', () => {
    expect(expandInputs(['gone.txt'])).toEqual(['gone.txt']);
  });

  it('says when a folder holds no text file', () => {
    const dir = join(folder, 'none');
    mkdirSync(dir);
    expect(codeOf(() => expandInputs([dir]))).toBe('INPUT_FOLDER_EMPTY');
  });
});
