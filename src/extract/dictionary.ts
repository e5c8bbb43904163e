/** The word list of jieba (words with their counts) as a trie in typed arrays, built once from its bytes. */
import { dict } from '@node-rs/jieba/dict.js';

/** Room for the 348,982 words of the list: slots of the hashed transitions, and states. */
const SLOTS = 1 << 20;
const STATES = 1 << 19;
const SPACE = 32;
const LINE_END = 10;

export class Dictionary {
  /** State after a word's first code unit, 0 where no word starts with it. */
  private readonly first = new Int32Array(65536);
  private readonly from = new Int32Array(SLOTS);
  private readonly unit = new Uint16Array(SLOTS);
  private readonly to = new Int32Array(SLOTS);
  /** 1 where a longer word goes on. */
  private readonly inner = new Uint8Array(STATES);
  /** Logarithm of a word's share of all counts; -Infinity at states that end no word. */
  private readonly weights = new Float64Array(STATES);
  private states = 1;
  /** Weight of a single character that is no word. */
  readonly unknown: number;

  constructor(bytes: Uint8Array = dict) {
    let total = 0;
    const decoder = new TextDecoder();
    // Lines are `word count tag`; words are decoded together, as a call for each would cost more than the trie.
    const lines = decoder.decode(bytes);
    for (let at = 0; at < lines.length; ) {
      let state = 0;
      for (let unit = lines.charCodeAt(at); unit !== SPACE; unit = lines.charCodeAt(++at)) {
        state = state === 0 ? this.enter(unit) : this.grow(state, unit);
      }
      let count = 0;
      for (let digit = lines.charCodeAt(++at); digit >= 48 && digit <= 57; digit = lines.charCodeAt(++at)) {
        count = count * 10 + digit - 48;
      }
      this.weights[state] = count;
      total += count;
      while (at < lines.length && lines.charCodeAt(at) !== LINE_END) at++;
      at++;
    }
    for (let s = 0; s < this.states; s++) this.weights[s] = Math.log((this.weights[s] as number) / total);
    this.unknown = -Math.log(total);
  }

  /** State of a word's first unit; 0 where there is none. */
  start(unit: number): number {
    return this.first[unit] as number;
  }

  /** State after one more unit; 0 where no word goes on so. */
  next(state: number, unit: number): number {
    return this.inner[state] === 1 ? (this.to[this.slot(state, unit)] as number) : 0;
  }

  /** Weight of the word that ends at a state; -Infinity where none does. */
  weight(state: number): number {
    return this.weights[state] as number;
  }

  private enter(unit: number): number {
    const known = this.first[unit] as number;
    if (known === 0) this.first[unit] = this.states++;
    return this.first[unit] as number;
  }

  private grow(state: number, unit: number): number {
    const at = this.slot(state, unit);
    if (this.to[at] === 0) {
      this.from[at] = state;
      this.unit[at] = unit;
      this.to[at] = this.states++;
      this.inner[state] = 1;
    }
    return this.to[at] as number;
  }

  private slot(state: number, unit: number): number {
    let at = (Math.imul(state, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 0;
    at = (at ^ (at >>> 15)) & (SLOTS - 1);
    while (this.to[at] !== 0 && (this.from[at] !== state || this.unit[at] !== unit))
      at = (at + 1) & (SLOTS - 1);
    return at;
  }
}
