/** The word list of jieba (words with their counts) as a trie in one typed array, built once from its bytes. */
import { dict } from '@node-rs/jieba/dict.js';

/** Room for the 498,114 prefixes of the list, half full. */
const SLOTS = 1 << 20;
/**
 * A state is a slot. Its cells: its parent, the unit that led here, its weight, and the units that go on from it as
 * bits of their low five digits, so that most steps that fail need no second look.
 */
const WIDTH = 4;
const SPACE = 32;
const LINE_END = 10;

export class Dictionary {
  /** Transitions hashed by state and unit; one cache line a state, since the lookups are spread at random. */
  private readonly cells = new Int32Array(SLOTS * WIDTH);
  private readonly weights = new Float32Array(this.cells.buffer);
  /** State after a word's first code unit, 0 where no word starts with it. */
  private readonly first = new Int32Array(65536);
  /** Weight of a single character that is no word. */
  readonly unknown: number;

  /** @param bytes UTF-8 lines of `word count tag` */
  constructor(bytes: Uint8Array = dict) {
    const lines = new TextDecoder().decode(bytes);
    let total = 0;
    for (let at = 0; at < lines.length; at++) {
      let state = 0;
      for (let unit = lines.charCodeAt(at); unit !== SPACE; unit = lines.charCodeAt(++at)) {
        state = this.grow(state, unit);
      }
      let count = 0;
      for (let digit = lines.charCodeAt(++at); digit >= 48 && digit <= 57; digit = lines.charCodeAt(++at)) {
        count = count * 10 + digit - 48;
      }
      this.weights[state * WIDTH + 2] = count;
      total += count;
      while (at < lines.length && lines.charCodeAt(at) !== LINE_END) at++;
    }
    for (let at = 2; at < this.weights.length; at += WIDTH) {
      this.weights[at] = Math.log((this.weights[at] as number) / total);
    }
    this.unknown = -Math.log(total);
  }

  /** State of a word's first unit; 0 where there is none. */
  start(unit: number): number {
    return this.first[unit] as number;
  }

  /** State after one more unit; 0 where no word goes on so. */
  next(state: number, unit: number): number {
    if (((this.cells[state * WIDTH + 3] as number) & (1 << unit)) === 0) return 0;
    const at = this.slot(state, unit);
    return this.cells[at * WIDTH] === 0 ? 0 : at;
  }

  /** Logarithm of a word's share of all counts; -Infinity at a state that ends no word. */
  weight(state: number): number {
    return this.weights[state * WIDTH + 2] as number;
  }

  private grow(state: number, unit: number): number {
    const known = state === 0 ? (this.first[unit] as number) : 0;
    if (known !== 0) return known;
    const at = this.slot(state, unit);
    if (state === 0) this.first[unit] = at;
    else this.cells[state * WIDTH + 3] = (this.cells[state * WIDTH + 3] as number) | (1 << unit);
    if (this.cells[at * WIDTH] === 0) {
      this.cells[at * WIDTH] = state === 0 ? -1 : state;
      this.cells[at * WIDTH + 1] = unit;
    }
    return at;
  }

  /** Where the transition stands, or the free slot it would take. */
  private slot(state: number, unit: number): number {
    const { cells } = this;
    let at = (Math.imul(state, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 0;
    for (at = (at ^ (at >>> 15)) & (SLOTS - 1); ; at = (at + 1) & (SLOTS - 1)) {
      const parent = cells[at * WIDTH] as number;
      if (at === 0) continue;
      if (parent === 0) return at;
      if (parent === state && cells[at * WIDTH + 1] === unit) return at;
    }
  }
}
