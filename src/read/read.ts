/** The read stage: bytes become text. */
import { createHash } from 'node:crypto';
import { readFileSync, readSync, statSync } from 'node:fs';
import { GovGraphError } from '../errors.js';
import type { Source } from '../model.js';
import { decode } from './decode.js';

/** Largest input in bytes. The longest real reports stay under one per cent of it; more is no single report. */
export const MAX_BYTES = 20_000_000;

function tooLarge(file: string, size: string): GovGraphError {
  return new GovGraphError('INPUT_TOO_LARGE', `${size} of input, the limit is ${MAX_BYTES} bytes`, {
    where: file,
    hint: 'split the file: one report a file',
  });
}

function readStdin(): Buffer {
  const chunks: Buffer[] = [];
  let size = 0;
  for (;;) {
    const chunk = Buffer.alloc(1 << 16);
    let got = 0;
    try {
      got = readSync(0, chunk, 0, chunk.length, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EAGAIN') {
        // A pipe without data yet: wait a little instead of spinning.
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
        continue;
      }
      if (code !== 'EOF') throw error;
    }
    if (got === 0) return Buffer.concat(chunks);
    size += got;
    if (size > MAX_BYTES) throw tooLarge('-', `more than ${MAX_BYTES} bytes`);
    chunks.push(chunk.subarray(0, got));
  }
}

function readFile(file: string): Buffer {
  try {
    const stat = statSync(file);
    if (stat.isDirectory()) {
      throw new GovGraphError('INPUT_IS_FOLDER', 'a file is wanted, this is a folder', {
        where: file,
        hint: 'name the files in it; build and extract take every .txt file of a folder',
      });
    }
    if (stat.size > MAX_BYTES) throw tooLarge(file, `${stat.size} bytes`);
    return readFileSync(file);
  } catch (error) {
    throw error instanceof GovGraphError ? error : fileError(file, error as NodeJS.ErrnoException);
  }
}

/** A failed file operation as an error for the user. */
export function fileError(file: string, error: NodeJS.ErrnoException): GovGraphError {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
    return new GovGraphError('INPUT_NOT_FOUND', 'no such file', {
      where: file,
      hint: 'check the path; quote it when it holds spaces',
      cause: error,
    });
  }
  return new GovGraphError('INPUT_UNREADABLE', `cannot be read: ${error.message}`, {
    where: file,
    hint: 'check the permissions of the file',
    cause: error,
  });
}

/**
 * Decodes bytes that are already at hand.
 * @param bytes the whole document
 * @param file name to carry in the source and in errors
 * @throws GovGraphError INPUT_EMPTY, INPUT_BINARY, INPUT_ENCODING
 */
export function sourceFromBytes(bytes: Buffer, file: string): Source {
  const { text, encoding } = decode(bytes, file);
  return { file, sha256: createHash('sha256').update(bytes).digest('hex'), encoding, text };
}

/**
 * Reads one input.
 * @param file a path, or `-` for standard input
 * @returns the decoded text (byte order mark dropped, nothing else changed) with digest and encoding
 * @throws GovGraphError INPUT_NOT_FOUND, INPUT_IS_FOLDER, INPUT_UNREADABLE, INPUT_TOO_LARGE, INPUT_EMPTY, INPUT_BINARY, INPUT_ENCODING
 */
export function readSource(file: string): Source {
  return sourceFromBytes(file === '-' ? readStdin() : readFile(file), file);
}
