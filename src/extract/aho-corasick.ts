/** Finds many words in one pass over a text (Aho-Corasick over typed arrays: a hashed trie with failure links). */

/** Cells of a transition: state, letter, next state; a power of two keeps each in one cache line. */
const WIDTH = 4;
/** Cells of a state, in one cache line too. */
const STATE = 8;
/** Letters that go on from the state, as bits of their low five digits: most steps fail, and fail here. */
const ONWARD = 0;
/** Where to go on when no letter fits. */
const FAIL = 1;
/** Index of the word that ends here, or -1, and its length. */
const WORD = 2;
const LENGTH = 3;
/** The nearest shorter suffix that ends a word, or 0. */
const SHORTER = 4;

export class AhoCorasick {
  /** Alphabet: code unit -> dense letter, 0 for letters of no word. */
  private readonly letter = new Uint16Array(65536);
  /** Transitions of the start by letter, those of other states hashed. */
  private readonly root = new Int32Array(65536);
  private readonly cells: Int32Array;
  private readonly mask: number;
  private readonly states: Int32Array;

  /** @param words the words to find; of equal words the last index is reported */
  constructor(words: readonly string[]) {
    const size = words.reduce((n, w) => n + w.length, 1);
    let slots = 16;
    while (slots < size * 2) slots *= 2;
    this.mask = slots - 1;
    this.cells = new Int32Array(slots * WIDTH);
    this.states = new Int32Array(size * STATE);
    for (let at = WORD; at < this.states.length; at += STATE) this.states[at] = -1;
    this.link(this.grow(words));
  }

  /** Enters the words; gives the states by depth, each with the state before it and the letter between. */
  private grow(words: readonly string[]): { state: number; parent: number; code: number }[][] {
    const levels: { state: number; parent: number; code: number }[][] = [];
    let count = 1;
    let letters = 1;
    for (const [index, text] of words.entries()) {
      let state = 0;
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        const code = this.letter[unit] || letters++;
        this.letter[unit] = code;
        let next = this.step(state, code);
        if (next === 0) {
          next = count++;
          this.put(state, code, next);
          levels[i] ??= [];
          levels[i]?.push({ state: next, parent: state, code });
        }
        state = next;
      }
      if (state === 0) continue;
      this.states[state * STATE + WORD] = index;
      this.states[state * STATE + LENGTH] = text.length;
    }
    return levels;
  }

  /** Sets the failure links, level by level. */
  private link(levels: { state: number; parent: number; code: number }[][]): void {
    const { states } = this;
    for (const { state, parent, code } of levels.slice(1).flat()) {
      let at = states[parent * STATE + FAIL] as number;
      while (at !== 0 && this.step(at, code) === 0) at = states[at * STATE + FAIL] as number;
      const fail = this.step(at, code);
      states[state * STATE + FAIL] = fail;
      const ends = (states[fail * STATE + WORD] as number) >= 0;
      states[state * STATE + SHORTER] = ends ? fail : (states[fail * STATE + SHORTER] as number);
    }
  }

  /** Where the transition stands, or the free cell it would take. */
  private cell(state: number, code: number): number {
    const { cells, mask } = this;
    let slot = (Math.imul(state, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 0;
    slot ^= slot >>> 15;
    for (let at = (slot & mask) * WIDTH; ; at = (++slot & mask) * WIDTH) {
      if (cells[at + 2] === 0 || (cells[at] === state && cells[at + 1] === code)) return at;
    }
  }

  private step(state: number, code: number): number {
    if (state === 0) return this.root[code] as number;
    if (((this.states[state * STATE + ONWARD] as number) & (1 << code)) === 0) return 0;
    return this.cells[this.cell(state, code) + 2] as number;
  }

  private put(state: number, code: number, next: number): void {
    if (state === 0) {
      this.root[code] = next;
      return;
    }
    this.cells.set([state, code, next], this.cell(state, code));
    const at = state * STATE + ONWARD;
    this.states[at] = (this.states[at] as number) | (1 << code);
  }

  /**
   * Reports every occurrence of every word, by end offset, at one end the longest first.
   * @param text any text
   * @param report called with the word's index and its range
   */
  scan(text: string, report: (word: number, start: number, end: number) => void): void {
    const { letter, root, states } = this;
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      const code = letter[text.charCodeAt(i)] as number;
      if (code === 0) {
        state = 0;
        continue;
      }
      let next = 0;
      while (state !== 0) {
        next = this.step(state, code);
        if (next !== 0) break;
        state = states[state * STATE + FAIL] as number;
      }
      state = next === 0 ? (root[code] as number) : next;
      for (let hit = state; hit !== 0; hit = states[hit * STATE + SHORTER] as number) {
        const word = states[hit * STATE + WORD] as number;
        if (word >= 0) report(word, i + 1 - (states[hit * STATE + LENGTH] as number), i + 1);
      }
    }
  }
}
